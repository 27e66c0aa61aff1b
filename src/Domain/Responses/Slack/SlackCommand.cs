using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy.Reading;
using IncidentServerless.Domain.Severity;
using Limits = IncidentServerless.Domain.Messages.Text.Limits;

namespace IncidentServerless.Domain.Responses.Slack;

/// <summary>What follows <c>/incident</c>: a word, then what it is about, in any order that can be told apart.</summary>
public abstract record SlackCommand
{
    private const string Number = "INC-";

    private SlackCommand()
    {
    }

    /// <summary>Tell what can be typed.</summary>
    /// <param name="Fault">What was wrong with what was typed; null when nothing was.</param>
    public sealed record Help(string? Fault) : SlackCommand;

    public sealed record List : SlackCommand;

    /// <param name="IncidentId">Null where only one can be meant.</param>
    public sealed record Show(string? IncidentId) : SlackCommand;

    /// <param name="Severity">Null when the policy is to say.</param>
    public sealed record Declare(SeverityLevel? Severity, string Title) : SlackCommand;

    /// <param name="IncidentId">Null where only one can be meant.</param>
    /// <param name="Text">A note's text, or the reason; null when none.</param>
    /// <param name="TakesOver">It is to be theirs even if somebody else has it.</param>
    public sealed record Act(ResponseAction Action, string? IncidentId, string? Text, SeverityLevel? To, bool TakesOver) : SlackCommand
    {
        /// <summary>The follow-up item, <c>i1</c>; null for everything else.</summary>
        public string? About { get; init; }

        /// <summary>Of the follow-up item; null when not given.</summary>
        public string? Owner { get; init; }
        public DateTimeOffset? Due { get; init; }
    }

    /// <summary>Never throws.</summary>
    public static SlackCommand Read(string text)
    {
        var words = PlainText.Line(text, int.MaxValue).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var verb, .. var rest])
        {
            return new Help(null);
        }

        var (id, severity) = ((string?)null, (SeverityLevel?)null);
        // The number and the severity come first; what follows is text, whatever it holds.
        while (rest is [var next, .. var others])
        {
            if (id is null && next.StartsWith(Number, StringComparison.OrdinalIgnoreCase))
            {
                id = next.ToUpperInvariant();
            }
            else if (severity is null && TakesSeverity(verb) && PolicyWords.Severity(next.ToUpperInvariant()) is { } told)
            {
                severity = told;
            }
            else
            {
                break;
            }

            rest = others;
        }

        var said = rest.Length == 0 ? null : string.Join(' ', rest);
        if (id is null && rest.Any(word => word.StartsWith(Number, StringComparison.OrdinalIgnoreCase)) && verb.ToLowerInvariant() is not ("declare" or "note"))
        {
            return new Help("Write the incident's number first, and the text after it.");
        }

        return said is { Length: > Limits.Note }
            ? new Help($"That text has {said.Length} characters; at most {Limits.Note} are kept, so please shorten it.")
            : Read(verb.ToLowerInvariant(), id, severity, said);
    }

    private static SlackCommand Read(string verb, string? id, SeverityLevel? severity, string? said) => verb switch
    {
        // What is the only active one may have changed since they looked.
        "resolve" or "false-alarm" or "sev" or "severity" or "item" or "assign" or "done" when id is null => new Help($"Say which incident: /incident {verb} INC-… (/incident list tells the numbers)."),
        "help" => new Help(null),
        "list" => new List(),
        "show" => new Show(id),
        "declare" => said is null ? new Help("Say what is wrong: /incident declare SEV2 Exports are empty.") : new Declare(severity, said),
        "ack" or "acknowledge" => new Act(ResponseAction.Acknowledge, id, null, null, TakesOver: false),
        "take" => new Act(ResponseAction.Acknowledge, id, null, null, TakesOver: true),
        "escalate" => new Act(ResponseAction.Escalate, id, null, null, TakesOver: false),
        "resolve" => new Act(ResponseAction.Resolve, id, said, null, TakesOver: false),
        "false-alarm" => said is null ? new Help("Say in a few words why it was a false alarm, so that the rule behind it can be mended: /incident false-alarm INC-… The load test ran.") : new Act(ResponseAction.FalseAlarm, id, said, null, TakesOver: false),
        "sev" or "severity" => severity is null ? new Help("Say which severity: /incident sev SEV2 INC-… One tenant only.") : new Act(ResponseAction.Severity, id, said, severity, TakesOver: false),
        "note" => said is null ? new Help("The note is empty: write what the others should know.") : new Act(ResponseAction.Note, id, said, null, TakesOver: false),
        "item" => said is not { Length: <= FollowUpItem.LongestText } ? new Help(said is null ? "The follow-up item is empty: write what is to be done." : $"That has {said.Length} characters; a follow-up item has at most {FollowUpItem.LongestText}.") : new Act(ResponseAction.AddItem, id, said, null, TakesOver: false),
        "assign" => Assign(id, said),
        "done" => FollowUpItem.IsId(said) ? new Act(ResponseAction.FinishItem, id, null, null, TakesOver: false) { About = said } : new Help("Say which follow-up item: /incident done INC-… i1."),
        _ => new Help($"There is no /incident {PlainText.Line(verb, 40)}."),
    };

    private static SlackCommand Assign(string? id, string? said)
    {
        var words = said?.Split(' ') ?? [];
        if (words is not [var item, .. { Length: > 0 } rest] || !FollowUpItem.IsId(item))
        {
            return new Help("Say which follow-up item, whose it is, and by when: /incident assign INC-… i1 Ana Lima 2026-12-31.");
        }

        var due = FollowUpItem.Day(rest[^1]);
        var owner = string.Join(' ', due is null ? rest : rest[..^1]);
        return owner.Length > Limits.Name
            ? new Help($"That name has {owner.Length} characters; at most {Limits.Name} are kept.")
            : new Act(ResponseAction.AssignItem, id, null, null, TakesOver: false) { About = item, Owner = owner.Length == 0 ? null : owner, Due = due };
    }

    private static bool TakesSeverity(string verb) => verb.ToLowerInvariant() is "declare" or "sev" or "severity";
}
