using System.Collections.Immutable;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>What is told after an incident, and when (runbook 5.1).</summary>
public static class AftermathRules
{
    private static readonly ImmutableArray<Topic> Reopening = [Topic.Changed, Topic.Decided];

    /// <summary>Follow-up items may come and change while nothing is due, so the workflow looks at least this often.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static AftermathDecision Next(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now)
    {
        if (incident.Generation != generation || incident is not { IsActive: false, ResolvedAt: { } resolved } || !Follows(incident, policy))
        {
            return new AftermathDecision.Finish();
        }

        // In time for an approver to read it before the 48 hours are over.
        if (incident.AftermathTold >= (int)AftermathStep.Summary && CustomerMailRules.Next(incident, MailKind.Report, policy) is { } mail)
        {
            return new AftermathDecision.Mail(mail);
        }

        if (Steps(policy.Aftermath).FirstOrDefault(step => incident.AftermathTold < (int)step.Step) is not { } next)
        {
            return new AftermathDecision.Finish();
        }

        var due = resolved + next.After;
        if (due <= now)
        {
            return new AftermathDecision.Tell(next.Step, null);
        }

        var until = due < now + LongestWait ? due : now + LongestWait;
        foreach (var item in incident.Items)
        {
            if (item is not { Reminded: false, OverdueAt: { } overdue })
            {
                continue;
            }

            if (overdue <= now)
            {
                return new AftermathDecision.Tell(AftermathStep.Overdue, item.Id);
            }

            until = overdue < until ? overdue : until;
        }

        return Hold(until - now);
    }

    /// <summary>What the workflow waits for after it told something; null when it is done.</summary>
    public static NextWait? WaitAfterTelling(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now) => Next(incident, generation, policy, now) switch
    {
        AftermathDecision.Finish => null,
        AftermathDecision.Hold hold => hold.Wait,
        _ => new NextWait(Reopening, 1),
    };

    /// <summary>Whether anything follows the incident. Nothing follows a false alarm, a drill or a dry run.</summary>
    public static bool Follows(Incident incident, IncidentPolicy policy) => !incident.FalseAlarm && !incident.IsDrill && !incident.IsDryRun && policy.Aftermath.Severities.Contains(incident.Severity);

    /// <summary>When a step is told, counted from the resolution.</summary>
    public static DateTimeOffset? DueOf(AftermathStep step, Incident incident, AftermathPolicy policy) =>
        Steps(policy).FirstOrDefault(each => each.Step == step) is { } due ? incident.ResolvedAt + due.After : null;

    private static ImmutableArray<TimedStep> Steps(AftermathPolicy policy) =>
    [
        new(AftermathStep.Summary, policy.SummaryAfter),
        new(AftermathStep.PostMortem, policy.PostMortemAfter),
        new(AftermathStep.Priorities, policy.PrioritiesAfter),
        new(AftermathStep.FollowUp, policy.FollowUpAfter),
    ];

    private static AftermathDecision.Hold Hold(TimeSpan time) => new(new NextWait(Reopening, Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))));

    private sealed record TimedStep(AftermathStep Step, TimeSpan After);
}

/// <summary>What the post-incident workflow does now.</summary>
public abstract record AftermathDecision
{
    private AftermathDecision()
    {
    }

    /// <summary>Nothing follows any more: all is told, the incident was reopened, or nothing ever followed.</summary>
    public sealed record Finish : AftermathDecision;

    public sealed record Hold(NextWait Wait) : AftermathDecision;

    /// <summary>Something is to be done about the report to customers.</summary>
    public sealed record Mail(MailStep Step) : AftermathDecision;

    /// <param name="Item">The item that is overdue; null for every other step.</param>
    public sealed record Tell(AftermathStep Step, string? Item) : AftermathDecision;
}
