using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>Evidence that makes an incident worse than its first alert said (runbook 1). It never makes one better.</summary>
/// <param name="Name">Shown as the reason. 1 to 80 characters on one line.</param>
/// <param name="Evidence">What is counted.</param>
/// <param name="AtLeast">1 to 1,000; of <see cref="RiseEvidence.DataImpact"/> there is 1 at most. Default 1.</param>
/// <param name="To">An incident that is milder gets this severity.</param>
public sealed record SeverityRise(string Name, RiseEvidence Evidence, int AtLeast, SeverityLevel To);

/// <summary>What a rise looks at.</summary>
public enum RiseEvidence
{
    /// <summary>Different tenants that alerts and diagnoses name.</summary>
    Tenants,

    /// <summary>Different alerts that fire together.</summary>
    Alerts,

    /// <summary>A diagnosis found that customers' data is wrong, lost or unbilled.</summary>
    DataImpact,
}
