using System.Collections.Immutable;

namespace IncidentServerless.Domain.Incidents;

/// <summary>The damage that a diagnosis found (runbook 5.2, "Impact").</summary>
public sealed record Impact
{
    /// <summary>Tenants that are touched, as far as the evidence names them. May be empty.</summary>
    public ImmutableArray<string> Tenants { get; init; } = [];

    /// <summary>Records, rows or objects that are wrong, lost or unbilled; null when nobody counted.</summary>
    public int? Records { get; init; }

    /// <summary>Customers' data is wrong, lost, exposed or unbilled.</summary>
    public bool Data { get; init; }

    /// <summary>The worst of both.</summary>
    internal static Impact Of(Impact? known, Impact found) => found with
    {
        Tenants = [.. (known?.Tenants ?? []).Concat(found.Tenants).Distinct(StringComparer.Ordinal).Take(Incident.MostTenants)],
        Records = known?.Records is { } before ? Math.Max(before, found.Records ?? 0) : found.Records,
        Data = found.Data || known is { Data: true },
    };
}
