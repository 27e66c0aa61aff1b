using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Which outlier is the probable cause, and how sure that is.</summary>
internal sealed class OutlierChoice(RunbookContext context, CostDriver driver)
{
    private const int MostNamed = 3;
    private const string ServicePrefix = "service=";
    private const int LongestBecause = 200;

    private readonly string? elsewhere = Elsewhere("region=", "region", context.Resources, context.Region) ?? Elsewhere("account=", "account", context.Resources, context.Account);

    private readonly ImmutableArray<string> services =
    [
        .. (context.Resources.IsDefault ? [] : context.Resources)
            .Where(resource => resource is not null && resource.StartsWith(ServicePrefix, StringComparison.OrdinalIgnoreCase))
            .Select(resource => PlainName.Of(resource[ServicePrefix.Length..])),
    ];

    /// <summary>
    /// The likeliest first: what the costs or the incident point at, then what is no known job, then what is furthest above its usual.
    /// </summary>
    public ImmutableArray<Outlier> Rank(IEnumerable<Outlier> outliers) =>
    [
        .. outliers.OrderByDescending(outlier => IsDriver(outlier) || IsNamed(outlier))
            .ThenBy(outlier => outlier.Finding == CostSpikeFindings.KnownJob)
            .ThenByDescending(outlier => outlier.Ratio)
            .ThenBy(outlier => outlier.Finding, StringComparer.Ordinal)
            .ThenBy(outlier => outlier.Summary, StringComparer.Ordinal),
    ];

    /// <summary>How sure it is that this drives the costs.</summary>
    public Confidence ConfidenceIn(Outlier outlier) =>
        elsewhere is not null || (IsContradicted(outlier) && !IsNamed(outlier)) ? Confidence.Low : (IsDriver(outlier) || IsNamed(outlier)) && !outlier.MayBeDaily ? Confidence.High : Confidence.Medium;

    /// <summary>The action as it may be proposed: where the costs point elsewhere, a person is to say so.</summary>
    public ImmutableArray<ProposedAction> Plan(Outlier outlier)
    {
        if (outlier.Action is not { } action)
        {
            return [];
        }

        var proposed = elsewhere is not null ? action with { Risk = ActionRisk.High, Because = $"{action.Because}, although the incident is of {elsewhere}" }
            : ConfidenceIn(outlier) == Confidence.Low ? action with { Risk = ActionRisk.High, Because = $"{action.Because}, although the costs point to {driver.Top!.Name}" }
            : action;
        return [proposed with { Because = PlainText.Line(proposed.Because, LongestBecause).TrimEnd('.') }];
    }

    /// <summary>Sentences on what the costs and the incident say about it.</summary>
    public IEnumerable<string> Say(Outlier outlier)
    {
        if (elsewhere is not null)
        {
            yield return $"But the incident is of {elsewhere}, and usage was looked at in account {context.Account}, region {context.Region} only.";
        }

        if (IsNamed(outlier))
        {
            yield return outlier.Service is { } service ? $"The incident names {service.Billed}." : $"The incident names tenant {PlainName.Of(outlier.Tenant)}.";
        }

        if (driver.Top is { } top)
        {
            yield return IsContradicted(outlier) ? $"But the costs point elsewhere: {driver.Say(top)}." : $"{driver.Say(top)}.";
        }
        else if (driver.Costs.Days.Length > 1)
        {
            yield return $"The costs up to {driver.LastDay} show no spike yet; they lag by up to a day.";
        }
    }

    /// <summary>Which regions or accounts the incident names, where the runbook's own is none of them; null when it is, or none is named.</summary>
    private static string? Elsewhere(string prefix, string what, ImmutableArray<string> resources, string own)
    {
        string[] named = [.. (resources.IsDefault ? [] : resources).Where(resource => resource?.StartsWith(prefix, StringComparison.Ordinal) == true).Select(resource => PlainName.Of(resource[prefix.Length..])).Where(name => name.Length > 0)];
        return named.Length == 0 || named.Contains(own) ? null : $"{what} {string.Join(", ", named.Distinct().Take(MostNamed))}";
    }

    private bool IsDriver(Outlier outlier) => driver.Top is { } top && outlier.Service?.IsNamed(top.Name) == true;

    private bool IsNamed(Outlier outlier) => outlier.Service is { } service
        ? services.Any(service.IsNamed)
        : outlier.Tenant is { } tenant && !context.Tenants.IsDefault && context.Tenants.Contains(tenant);

    // A tenant can drive any service, and a service that spikes beside the driver speaks for its outlier.
    private bool IsContradicted(Outlier outlier) =>
        outlier.Service is { } service && !driver.Spikes.IsEmpty && !driver.Spikes.Any(line => service.IsNamed(line.Name));
}
