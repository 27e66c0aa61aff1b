using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.Health;

/// <summary>What one event of AWS Health says. What it does not say is null or empty.</summary>
public sealed record HealthFacts
{
    /// <summary>The ARN of the event, the same in each message about it; else its type.</summary>
    public required string Id { get; init; }

    /// <summary>For example <c>AWS_EC2_OPERATIONAL_ISSUE</c>.</summary>
    public required string TypeCode { get; init; }

    /// <summary>For example <c>EC2</c>.</summary>
    public string? Service { get; init; }

    /// <summary>As written: <c>issue</c>, <c>investigation</c>, <c>accountNotification</c> or <c>scheduledChange</c>.</summary>
    public string? Category { get; init; }

    /// <summary><c>PUBLIC</c>, or <c>ACCOUNT_SPECIFIC</c>; null in events of the older form.</summary>
    public string? Scope { get; init; }

    /// <summary><c>open</c>, <c>closed</c> or <c>upcoming</c>; null in events of the older form.</summary>
    public string? Status { get; init; }

    /// <summary>What AWS says, in English if it says it in English.</summary>
    public string? Description { get; init; }

    public ImmutableArray<string> Entities { get; init; } = [];

    public DateTimeOffset? Begins { get; init; }

    public DateTimeOffset? Ends { get; init; }

    /// <summary>12 digits, or <c>unknown</c>.</summary>
    public required string Account { get; init; }

    /// <summary>Where it happens, which may be another region than the one that tells of it; <c>global</c> or <c>unknown</c> too.</summary>
    public required string Region { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
