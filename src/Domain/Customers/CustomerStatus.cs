using System.Text.Json.Nodes;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Customers;

/// <summary>
/// What the status page says of an incident (runbook 4.2). Its words are fixed and say nothing of the inside: no title of an alarm, no name
/// of a resource or a customer. What concerns nobody outside (costs), or is for lawyers to word (security), is never published by itself.
/// </summary>
public static class CustomerStatus
{
    public const string Investigating = "investigating";
    public const string Identified = "identified";
    public const string Monitoring = "monitoring";
    public const string Resolved = "resolved";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    /// <summary>What the page is to say now, <c>investigating, major</c>; null when nothing of this incident is published.</summary>
    public static string? Of(Incident incident, IncidentPolicy policy)
    {
        var isPublished = incident.StatusPage is { Status: not null };
        if (policy.Customers.StatusPage is not { } page || Name(incident) is null || (!isPublished && (!incident.IsActive || !page.Severities.Contains(incident.Severity))))
        {
            return null;
        }

        return StatusOf(incident) is Resolved ? Resolved : $"{StatusOf(incident)}, {Impact(incident.Severity)}";
    }

    private static string StatusOf(Incident incident) => incident switch
    {
        { IsActive: false } => Resolved,
        { Status: IncidentStatus.Mitigated } => Monitoring,
        { Runbook.Finding.Confidence: Confidence.Medium or Confidence.High } => Identified,
        _ => Investigating,
    };

    /// <summary>The body of the page's incident, as Statuspage's API takes it.</summary>
    /// <param name="now">When it is told.</param>
    public static JsonObject Body(Incident incident, StatusPagePolicy page, DateTimeOffset now)
    {
        var status = StatusOf(incident);
        var components = page.Components.GetValueOrDefault(incident.Type.ToString()) ?? page.Components.GetValueOrDefault(StatusPagePolicy.EveryType) ?? [];
        var body = new JsonObject
        {
            ["name"] = Name(incident),
            ["status"] = status,
            ["body"] = Sentence(incident, status),
            ["impact_override"] = Impact(incident.Severity),
            ["deliver_notifications"] = !IsStillTheFirstNews(incident, status, now),
            // Top-level values of metadata must be objects. By this the incident is found again.
            ["metadata"] = new JsonObject { [MetadataName] = new JsonObject { ["id"] = incident.Id } },
        };
        if (components.Count > 0)
        {
            var states = new JsonObject();
            foreach (var component in components)
            {
                states[component] = Component(incident.Severity, status);
            }

            body["component_ids"] = new JsonArray([.. components.Select(component => (JsonNode)component)]);
            body["components"] = states;
        }

        return new JsonObject { ["incident"] = body };
    }

    // A runbook is often done within seconds: whoever subscribed to the page is not to get a second mail with the first.
    private static bool IsStillTheFirstNews(Incident incident, string status, DateTimeOffset now) =>
        status == Identified && incident.StatusPage?.Status == $"{Investigating}, {Impact(incident.Severity)}" && now - incident.OpenedAt < Soon;

    /// <summary>The member of the metadata that names our incident.</summary>
    public const string MetadataName = "incident_serverless";

    /// <summary>Null when incidents of the type are never published by themselves.</summary>
    private static string? Name(Incident incident) => incident.Type switch
    {
        IncidentType.CostSpike or IncidentType.SecurityFinding => null,
        IncidentType.AuthenticationFailure => "Problems signing in",
        IncidentType.PartnerCentralApiFailure => "Data from AWS Partner Central is delayed",
        IncidentType.MarketplaceMeteringFailure => "Usage metering is delayed",
        IncidentType.DataQualityDegradation => "Some data is incomplete or delayed",
        _ when incident.Severity == SeverityLevel.Sev1 => "Service outage",
        _ => "Service disruption",
    };

    private static string Sentence(Incident incident, string status) => status switch
    {
        Investigating => "We are looking into it, and post again as soon as we know more.",
        Identified => "We believe that we have found the cause, and are working on it.",
        Monitoring => "It works again. We are watching it before we call it resolved.",
        _ when incident.FalseAlarm => "Nothing was wrong after all. We apologise for the alarm.",
        _ => "It is resolved. We apologise for the trouble that this caused.",
    };

    private static string Impact(SeverityLevel severity) => severity switch
    {
        SeverityLevel.Sev1 => "critical",
        SeverityLevel.Sev2 => "major",
        _ => "minor",
    };

    private static string Component(SeverityLevel severity, string status) => (status, severity) switch
    {
        (Monitoring or Resolved, _) => "operational",
        (_, SeverityLevel.Sev1) => "major_outage",
        (_, SeverityLevel.Sev2) => "partial_outage",
        _ => "degraded_performance",
    };
}
