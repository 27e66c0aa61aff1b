using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Responses;

/// <summary>What people decide about a runbook's actions: who may, on which actions, and what they are told.</summary>
internal static class ActionDecisions
{
    /// <summary>The decisions that a person may take now, in the order in which a page offers them.</summary>
    public static IEnumerable<OpenDecision> Open(Incident incident, RemediationPolicy rules, DateTimeOffset now)
    {
        foreach (var record in incident.Actions)
        {
            if (incident.IsActive && record.Status is ActionStatus.AwaitingApproval or ActionStatus.Planned && !IsLate(record, now))
            {
                yield return new(ResponseAction.Approve, record);
            }

            if (incident.IsActive && record.IsAhead)
            {
                yield return new(ResponseAction.Refuse, record);
            }

            if (RemediationRules.UndoEnds(record, rules) is { } ends && now < ends)
            {
                yield return new(ResponseAction.Undo, record);
            }
        }
    }

    public static DeedRefused? Refuse(Responder responder, ResponseDeed deed, Incident incident, IReadOnlyList<string> approvers)
    {
        if (!approvers.Contains(responder.Subject))
        {
            return new(403, $"{responder.Called} is not among the people who may decide about actions (remediation.approvers in the policy). Nothing was changed.");
        }

        return incident.Actions.Any(record => record.Id == deed.About)
            ? null
            : new(409, "There is no such action any more. Nothing was changed.");
    }

    /// <summary>What to tell somebody whose decision came too late; null when it counts.</summary>
    /// <param name="incident">As it is after the command.</param>
    public static DeedRefused? Overtaken(ActionDecision command, Incident incident)
    {
        if (incident.Actions.FirstOrDefault(record => record.Id == command.ActionId) is not { } record)
        {
            return null;
        }

        var counts = command switch
        {
            ApproveAction => record.By == command.By && record.Status != ActionStatus.Refused,
            RefuseAction => record.By == command.By && record.Status == ActionStatus.Refused,
            _ => record.Status is ActionStatus.Undoing or ActionStatus.Undone or ActionStatus.UndoFailed,
        };
        return counts ? null
            : command is ApproveAction && record.Status == ActionStatus.AwaitingApproval && IsLate(record, command.At) ? new(409, "Nothing was changed: the time to approve it is over.")
            : new(409, $"Nothing was changed: {Standing(record)}.");
    }

    /// <summary>Where an action stands, for the page: <c>somebody approved it, and it is being done</c>.</summary>
    public static string Standing(ActionRecord record) => record.Status switch
    {
        ActionStatus.Planned => "it is announced, and done soon unless somebody refuses",
        ActionStatus.AwaitingApproval => "it waits for somebody to approve it",
        ActionStatus.Approved when record.WasStarted => "it was begun by an execution that died, and its target is looked at again",
        ActionStatus.Approved => $"{Who(record)} approved it",
        ActionStatus.Started => "it is being done now",
        ActionStatus.InPlace => "it is in place; whether it helps is measured soon",
        ActionStatus.Verified => "it is in place, and it helped",
        ActionStatus.Unclear => "it is in place; whether it helped could not be measured",
        ActionStatus.Undoing => "it is being undone",
        ActionStatus.Undone => "it was undone",
        ActionStatus.UndoFailed => "it could not be undone and is still in place",
        ActionStatus.NotHelping => "it was done and did not help",
        ActionStatus.Failed => "it could not be done",
        ActionStatus.Skipped => "it is not done; the timeline says why",
        ActionStatus.Refused => $"{Who(record)} refused it",
        ActionStatus.Expired => "nobody approved it in time",
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.Status, "No words for this status."),
    };

    /// <summary>One line for the page: the plan, and where it stands.</summary>
    public static string Line(ActionRecord record) => $"{ActionText.Plan(record.Action, record.Risk, record.Because)} {ActionText.Capital(Standing(record))}.";

    private static bool IsLate(ActionRecord record, DateTimeOffset now) => record.ApprovalUntil <= now;

    private static string Who(ActionRecord record) => record.By is { } by ? Words.Name(by) : "somebody";
}

/// <summary>What may be decided now about one action.</summary>
internal sealed record OpenDecision(ResponseAction Decision, ActionRecord Record);
