namespace IncidentServerless.Domain.Incidents;

/// <summary>Which topics an event raises, so that the workflows that wait for them wake up.</summary>
public static class Topics
{
    public static IReadOnlyList<Topic> RaisedBy(IncidentEvent happened) => happened switch
    {
        SeverityRaised or SeverityChanged or IncidentMitigated or IncidentRelapsed or IncidentReopened or LifecycleRevived => [Topic.Changed],
        IncidentAcknowledged => [Topic.Acknowledged],
        EscalationRequested => [Topic.Escalated],
        IncidentResolved => [Topic.Resolved, Topic.Changed],
        ActionApproved or ActionRefused or UndoRequested { By: not null } or MailApproved { By: not null } or MailDropped => [Topic.Decided],
        _ when IsNews(happened) => [Topic.News],
        _ => [],
    };

    /// <summary>Whether people are to be told of it without having to look.</summary>
    public static bool IsNews(IncidentEvent happened) => happened switch
    {
        DiagnosisMade { Diagnosis.WorthTelling: var worthTelling } => worthTelling,
        ActionVerified { Final: var final } => final,
        RunbookFailed or ApprovalRequested or ApprovalExpired or ActionSkipped or ActionFailed or ActionUndone or UndoFailed => true,
        MailInDoubt or AlertJoined { IsNews: true } or StatusPageUpdated { IsNews: true } => true,
        MailSent sent => sent.Deliveries.Any(delivery => !delivery.Delivered),
        ActionPlanned { ActsAt: not null } => true,
        _ => false,
    };

    /// <summary>
    /// Whether whoever was paged is to hear of it though nobody need do anything: somebody took it, or changed its severity, it recovered, or it is
    /// over. What recovered and then ends by itself is told once.
    /// </summary>
    public static bool Settles(IncidentEvent happened) => happened is IncidentAcknowledged or SeverityChanged or IncidentMitigated or IncidentResolved { By: not null } or IncidentResolved { Drill: true };

    /// <summary>Whether a wait that has seen a version is to be answered: one of its topics was raised since.</summary>
    public static bool Hold(Incident incident, IEnumerable<Topic> topics, int seenVersion) =>
        topics.Any(topic => incident.Raised[topic] > seenVersion);
}
