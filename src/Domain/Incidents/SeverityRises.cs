using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Whether the evidence makes an incident worse than it is rated (runbook 1).</summary>
internal static class SeverityRises
{
    /// <summary>The worst of policy's rises that hold; null when none makes it worse.</summary>
    public static SeverityRaised? Of(Incident incident, IncidentPolicy policy, DateTimeOffset at)
    {
        SeverityRise? worst = null;
        foreach (var rise in policy.SeverityRises)
        {
            if (rise.To < (worst?.To ?? incident.Severity) && Count(rise.Evidence, incident) >= rise.AtLeast)
            {
                worst = rise;
            }
        }

        return worst is null ? null : new SeverityRaised(incident.Severity, worst.To, $"{InWords(worst.Evidence, incident)} ({worst.Name})") { At = at };
    }

    private static int Count(RiseEvidence evidence, Incident incident) => evidence switch
    {
        RiseEvidence.Tenants => incident.Tenants.Length,
        RiseEvidence.Alerts => Math.Max(incident.Firing.Length, 1),
        _ => incident.Impact is { Data: true } ? 1 : 0,
    };

    private static string InWords(RiseEvidence evidence, Incident incident) => evidence switch
    {
        RiseEvidence.Tenants => $"{Times.Count(incident.Tenants.Length, "tenant")} are affected",
        RiseEvidence.Alerts => $"{Times.Count(incident.Firing.Length, "different alert")} fire together",
        _ when incident.Impact?.Records is { } records => $"customers' data is affected, {Times.Count(records, "record")}",
        _ => "customers' data is affected",
    };
}
