using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Policy;

/// <summary>Which alerts of different keys belong to one incident, so that people are told once.</summary>
/// <param name="SameTypeAndTenant">An alert joins an open incident of its type and one of its tenants that something opened or joined within this time; 0 to 1 d, 0 is never. Default 1 h.</param>
/// <param name="Rules">Alerts that the same rule matches join each other. The first rule that finds an open incident wins; rules come before tenants. May be empty.</param>
/// <param name="Storm">Null when every alert may open an incident of its own, however many there are.</param>
public sealed record Correlation(TimeSpan SameTypeAndTenant, IReadOnlyList<CorrelationRule> Rules, StormRule? Storm)
{
    public static Correlation Default { get; } = new(TimeSpan.FromHours(1), [], StormRule.Default);
}

/// <param name="Name">Unique among the rules; shown as the reason. 1 to 80 characters on one line.</param>
/// <param name="When">Over the facts of a signal, as routes are.</param>
/// <param name="Within">1 min to 1 d, counted from what last opened or joined the incident.</param>
public sealed record CorrelationRule(string Name, EventPattern When, TimeSpan Within);

/// <summary>
/// A storm: once so many incidents were opened within so short a time, the next is an umbrella, and what would open another joins it until
/// nothing has for that time. What is a security finding, or was started by hand, is never folded away.
/// </summary>
/// <param name="Incidents">2 to 100. Default 5.</param>
/// <param name="Within">1 min to 1 h. Default 5 min.</param>
public sealed record StormRule(int Incidents, TimeSpan Within)
{
    public static StormRule Default { get; } = new(5, TimeSpan.FromMinutes(5));
}
