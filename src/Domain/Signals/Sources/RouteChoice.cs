using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>What policy makes of a signal.</summary>
internal sealed record RouteChoice(IncidentType Type, SeverityLevel Severity, string Name)
{
    /// <summary>The first route that matches the facts; the fallback where none does.</summary>
    /// <param name="facts">The source's facts document.</param>
    public static RouteChoice Of(IncidentPolicy policy, JsonElement facts) => policy.Routes.FirstOrDefault(route => route.When.Matches(facts)) is { } first
        ? new(first.Type, first.Severity, first.Name)
        : new(policy.Fallback.Type, policy.Fallback.Severity, Fallback.RouteName);
}
