using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>Status updates while an incident is active (runbook 4.1).</summary>
/// <param name="Every">How often when nothing changes, by severity; 5 min to 7 d. A severity that is not here has no updates.</param>
public sealed record UpdatesPolicy(IReadOnlyDictionary<SeverityLevel, TimeSpan> Every)
{
    public static UpdatesPolicy Default { get; } = new(new Dictionary<SeverityLevel, TimeSpan>());
}
