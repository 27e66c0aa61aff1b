using System.Collections.Immutable;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Which of an incident's alerts fire, and whom they touch.</summary>
internal static class AlertsFold
{
    /// <summary>With one more alert; the first that joins makes the incident's own one of several.</summary>
    public static ImmutableArray<string> Joined(Incident incident, string dedupKey)
    {
        var firing = incident.Firing.IsEmpty && incident.Status != IncidentStatus.Mitigated ? [AlertId.Of(incident.DedupKey)] : incident.Firing;
        return With(firing, dedupKey);
    }

    /// <param name="dedupKey">Null when it was no alert.</param>
    public static ImmutableArray<string> FiredAgain(Incident incident, string? dedupKey) => dedupKey is null ? incident.Firing : With(incident.Firing, dedupKey);

    public static Incident Affect(Incident incident, IEnumerable<string> tenants) => incident with
    {
        Tenants = [.. incident.Tenants.Concat(tenants).Distinct(StringComparer.Ordinal).Take(Incident.MostTenants)],
    };

    private static ImmutableArray<string> With(ImmutableArray<string> firing, string dedupKey)
    {
        var id = AlertId.Of(dedupKey);
        return firing.Contains(id) || firing.Length >= Incident.MostAlerts ? firing : firing.Add(id);
    }
}
