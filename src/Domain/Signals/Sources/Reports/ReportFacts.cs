using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.Reports;

/// <summary>What one message says of a customer's report. Who reported it is left out: it is a personal datum that nobody needs here.</summary>
public sealed record ReportFacts
{
    /// <summary><c>webhook</c>, <c>zendesk</c>, <c>jira</c> or <c>slack</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The same in each message about one report.</summary>
    public required string Id { get; init; }

    /// <summary>As it was written.</summary>
    public string? Title { get; init; }

    public string? Text { get; init; }

    /// <summary><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>; null when nobody set it.</summary>
    public string? Priority { get; init; }

    /// <summary>It is solved, or was taken back.</summary>
    public bool IsOver { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The customer's name as tenants are named here; null when the report does not say it.</summary>
    public string? Tenant { get; init; }

    /// <summary>Where the report is read.</summary>
    public string? Url { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Recognises a redelivery; null where the sender names nothing.</summary>
    public string? EventId { get; init; }

    /// <summary>Why it is none, in a sentence; null when it is one.</summary>
    public string? NoReport { get; init; }
}
