using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>Status updates while an incident is active (runbook 4.1).</summary>
/// <param name="Rows">By severity. A severity that is not here has no updates.</param>
public sealed record UpdatesPolicy(IReadOnlyDictionary<SeverityLevel, UpdateRow> Rows)
{
    public static UpdatesPolicy Default { get; } = new(new Dictionary<SeverityLevel, UpdateRow>());
}

/// <param name="Every">How often when nothing changes; 5 min to 7 d.</param>
public sealed record UpdateRow(TimeSpan Every);
