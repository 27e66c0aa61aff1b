namespace IncidentServerless.Domain.Incidents;

/// <summary>Which topics an event raises, so that the workflows that wait for them wake up.</summary>
public static class Topics
{
    public static IReadOnlyList<Topic> RaisedBy(IncidentEvent happened) => happened switch
    {
        SeverityRaised or IncidentMitigated or IncidentRelapsed or IncidentReopened or LifecycleRevived => [Topic.Changed],
        IncidentAcknowledged => [Topic.Acknowledged],
        EscalationRequested => [Topic.Escalated],
        IncidentResolved => [Topic.Resolved, Topic.Changed],
        _ => [],
    };

    /// <summary>Whether a wait that has seen a version is to be answered: one of its topics was raised since.</summary>
    public static bool Hold(Incident incident, IEnumerable<Topic> topics, int seenVersion) =>
        topics.Any(topic => incident.Raised.TryGetValue(topic, out var version) && version > seenVersion);
}
