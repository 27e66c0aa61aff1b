using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Updates;

/// <summary>When those who follow an incident are told how it stands (runbook 4.1): at once when its severity or state changes, else at a steady pace, and a last time when it is over.</summary>
public static class UpdateRules
{
    private static readonly ImmutableArray<Topic> Changes = [Topic.Changed, Topic.Acknowledged, Topic.Resolved];

    /// <summary>How long to wait at most where nothing is due, whatever was lost.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static UpdateDecision Next(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now)
    {
        if (incident.Generation != generation)
        {
            return new UpdateDecision.Finish();
        }

        var pace = policy.Updates.Rows.GetValueOrDefault(incident.Severity)?.Every;
        if (!incident.IsActive)
        {
            // Whoever was told that it began is told that it is over.
            return incident.UpdatedVersion > 0 && incident.Raised.Resolved > incident.UpdatedVersion ? Tell(incident, pace) : new UpdateDecision.Finish();
        }

        if (pace is not { } steady)
        {
            return Hold(LongestWait);
        }

        var due = incident.UpdatedAt + steady;
        return incident.UpdatedVersion == 0 || HasChanged(incident) || due is null || due <= now ? Tell(incident, pace) : Hold(due.Value - now);
    }

    /// <summary>What the workflow waits for after it sent something; null when it is done.</summary>
    public static NextWait? WaitAfterSending(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now) => Next(incident, generation, policy, now) switch
    {
        UpdateDecision.Finish => null,
        UpdateDecision.Hold hold => hold.Wait,
        _ => new NextWait(Changes, 1),
    };

    /// <summary>Whether its severity or state has changed since the last update.</summary>
    public static bool HasChanged(Incident incident) => Topics.Hold(incident, Changes, incident.UpdatedVersion);

    private static UpdateDecision.Tell Tell(Incident incident, TimeSpan? pace) => new(incident.Version, incident.IsActive ? pace : null);

    private static UpdateDecision.Hold Hold(TimeSpan time) => new(new NextWait(Changes, Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))));
}

/// <summary>What the workflow of status updates does now.</summary>
public abstract record UpdateDecision
{
    private UpdateDecision()
    {
    }

    /// <summary>The incident is over and everybody knows, or newer workflows have taken over.</summary>
    public sealed record Finish : UpdateDecision;

    public sealed record Hold(NextWait Wait) : UpdateDecision;

    /// <param name="UpTo">The version up to which people then know everything.</param>
    /// <param name="Pace">In which time the next one comes; null when this is the last.</param>
    public sealed record Tell(int UpTo, TimeSpan? Pace) : UpdateDecision;
}
