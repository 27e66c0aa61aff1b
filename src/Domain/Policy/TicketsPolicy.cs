using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>Which incidents get a ticket: an OpsItem of Systems Manager (runbook 1, "Ticket").</summary>
/// <param name="Severities">Empty: none does.</param>
public sealed record TicketsPolicy(IReadOnlyList<SeverityLevel> Severities)
{
    public static TicketsPolicy Default { get; } = new([]);
}
