using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>Within which time somebody was to take an incident (runbook 1).</summary>
internal static class ResponseTarget
{
    /// <summary>By the severity that it had when somebody took it: raised afterwards, its target is no measure of how soon they did. By its last one where nobody took it.</summary>
    public static TimeSpan Of(Incident incident, ImmutableArray<IncidentEvent> timeline, IncidentPolicy policy) => policy.Severities[SeverityWhenTaken(incident, timeline)].RespondWithin;

    private static SeverityLevel SeverityWhenTaken(Incident incident, ImmutableArray<IncidentEvent> timeline) => incident.AcknowledgedAt is { } at
        ? timeline.TakeWhile(happened => happened.At <= at)
            .Select(happened => happened switch { IncidentOpened opened => opened.Severity, SeverityRaised raised => raised.To, SeverityChanged changed => changed.To, _ => (SeverityLevel?)null })
            .LastOrDefault(severity => severity is not null) ?? incident.Severity
        : incident.Severity;
}
