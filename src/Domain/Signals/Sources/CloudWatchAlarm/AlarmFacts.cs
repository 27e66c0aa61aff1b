using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>What one event says of an alarm, whatever shape it came in. What it does not say is null or empty.</summary>
public sealed record AlarmFacts
{
    public required string Name { get; init; }

    public required AlarmState State { get; init; }

    public string? Description { get; init; }

    /// <summary>Why it is in this state, in CloudWatch's words.</summary>
    public string? Reason { get; init; }

    /// <summary>12 digits, or <c>unknown</c>.</summary>
    public required string Account { get; init; }

    /// <summary>A region code, or <c>unknown</c>.</summary>
    public required string Region { get; init; }

    public string? Arn { get; init; }

    /// <summary>When the state changed, UTC.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    public ImmutableArray<AlarmMetric> Metrics { get; init; } = [];

    /// <summary>The rule of a composite alarm over other alarms.</summary>
    public string? Rule { get; init; }

    /// <summary>Names of the alarms that made a composite alarm change.</summary>
    public ImmutableArray<string> TriggeringAlarms { get; init; } = [];

    /// <summary>The one time series that this event is about, of an alarm over several.</summary>
    public AlarmContributor? Contributor { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How the metric is compared, where the event carries it apart from the reason.</summary>
    public AlarmThreshold? Threshold { get; init; }

    /// <summary>Somebody has muted the alarm for a while.</summary>
    public AlarmMuting? Muting { get; init; }

    /// <summary>Another alarm holds back the actions of this composite alarm.</summary>
    public AlarmSuppression? Suppression { get; init; }

    public bool IsComposite => Rule is not null;

    /// <summary>The dimensions of its metrics and the attributes of its contributor; a name may occur several times.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllDimensions =>
        Metrics.SelectMany(metric => metric.Dimensions).Concat(Contributor?.Attributes ?? ImmutableSortedDictionary<string, string>.Empty);
}

public enum AlarmState
{
    Ok,
    Alarm,
    InsufficientData,
}

/// <summary>A metric, or an expression over others, of an alarm.</summary>
/// <param name="Id">By which expressions name it.</param>
/// <param name="Statistic">As CloudWatch spells it: <c>Average</c>, <c>Sum</c>, <c>p99</c>.</param>
/// <param name="IsCompared">It is (one of) what the alarm watches; else it only feeds an expression.</param>
public sealed record AlarmMetric(
    string? Id,
    string? Namespace,
    string? Name,
    string? Statistic,
    string? Expression,
    string? Label,
    bool IsCompared,
    ImmutableSortedDictionary<string, string> Dimensions);

/// <param name="Attributes">What sets it apart, such as the dimensions of its time series.</param>
public sealed record AlarmContributor(string Id, ImmutableSortedDictionary<string, string> Attributes);

/// <param name="Relation">The relation that fires: <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>; null when the event does not say.</param>
/// <param name="Bound">A number as it was written.</param>
/// <param name="Value">The datapoint compared, as it was written; null when the event does not say.</param>
public sealed record AlarmThreshold(string? Relation, string Bound, string? Value);

/// <param name="By">The ARN of the mute rule.</param>
public sealed record AlarmMuting(string? By, DateTimeOffset? Until);

/// <param name="By"><c>Alarm</c>, <c>WaitPeriod</c> or <c>ExtensionPeriod</c>.</param>
/// <param name="Suppressor">Name or ARN of the suppressing alarm.</param>
/// <param name="PeriodSeconds">How long the wait or extension period lasts.</param>
public sealed record AlarmSuppression(string By, string? Reason, string? Suppressor, string? PeriodSeconds);
