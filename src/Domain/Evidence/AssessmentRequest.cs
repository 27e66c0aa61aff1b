using System.Text.Json;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence;

/// <summary>A runbook asks what its evidence means.</summary>
public sealed record AssessmentRequest
{
    /// <summary>The runbook, one of <see cref="RunbookNames"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>As the runbook's first state was told.</summary>
    public required RunbookContext Context { get; init; }

    /// <summary>
    /// What was gathered: for each kind of evidence <c>{ "items": [ … ] }</c> or <c>{ "unavailable": "why" }</c>. Read by
    /// <c>EvidenceReader</c>, so that nothing a service answers can make the assessment fail.
    /// </summary>
    public required JsonElement Evidence { get; init; }
}
