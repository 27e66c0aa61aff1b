using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Intake;

/// <summary>What was known around a key that has no open incident: where its alert may belong instead of opening one.</summary>
/// <param name="Groups">In the order in which they are asked.</param>
public sealed record Surroundings(ImmutableArray<Neighbour> Groups, StormWatch Storm)
{
    public static Surroundings Nothing { get; } = new([], StormWatch.Calm);
}

/// <summary>A group of alerts, and the incident that one of them last opened or joined.</summary>
/// <param name="Incident">Null when there was none.</param>
/// <param name="Attached">As <see cref="IntakeState.Attached"/>.</param>
/// <param name="LastAt">When one of them last opened or joined it.</param>
public sealed record Neighbour(SignalGroup Group, Incident? Incident, long Attached, DateTimeOffset LastAt)
{
    public bool Takes(DateTimeOffset now) => Incident is { IsActive: true } && now - LastAt <= Group.Within;
}

/// <summary>How many incidents were opened lately.</summary>
/// <param name="Openings">When; only those that may still count.</param>
/// <param name="Umbrella">The incident into which a storm is folded; null when there was none.</param>
/// <param name="Attached">As <see cref="IntakeState.Attached"/>.</param>
/// <param name="LastAt">When an alert last opened or joined it.</param>
public sealed record StormWatch(ImmutableArray<DateTimeOffset> Openings, Incident? Umbrella, long Attached, DateTimeOffset LastAt)
{
    public static StormWatch Calm { get; } = new([], null, 0, DateTimeOffset.MinValue);

    /// <summary>A storm goes on, and its incident takes what would open another.</summary>
    public bool Takes(StormRule rule, DateTimeOffset now) => Umbrella is { IsActive: true } && now - LastAt <= rule.Within;

    public int Lately(StormRule rule, DateTimeOffset now) => Openings.Count(at => now - at <= rule.Within);

    /// <summary>With one more incident.</summary>
    public StormWatch Opened(StormRule rule, DateTimeOffset now) => this with { Openings = [.. Openings.Where(at => now - at <= rule.Within).Append(now).TakeLast(rule.Incidents)] };
}
