using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>Statuspage's API, as far as incidents go (https://developer.statuspage.io/#tag/incidents). It keeps what it is given, so that it is found again.</summary>
public sealed class StatusPageSink : IVendorSink
{
    private static readonly string[] Statuses = ["investigating", "identified", "monitoring", "resolved"];
    private static readonly string[] Impacts = ["none", "minor", "major", "critical"];
    private static readonly string[] ComponentStates = ["operational", "degraded_performance", "partial_outage", "major_outage", "under_maintenance"];

    private readonly Lock gate = new();
    private readonly List<JsonObject> incidents = [];

    public string Host => "api.statuspage.io";

    public SinkAnswer Receive(SinkRequest request)
    {
        if (request.Headers.GetValueOrDefault("authorization") is not { } authorization || !authorization.StartsWith("OAuth ", StringComparison.Ordinal) || authorization.Length < "OAuth x".Length)
            return new(401, new JsonObject { ["error"] = "Could not authenticate" });
        if (request.Path.Split('/') is not ["", "v1", "pages", { Length: > 0 } page, "incidents", .. var rest])
            return new(404, new JsonObject { ["error"] = "Not found" });
        lock (gate)
        {
            return (request.Method, rest) switch
            {
                ("GET", []) => new(200, new JsonArray([.. incidents.Where(incident => incident.Text("page_id") == page).Reverse().Select(incident => incident.DeepClone())])),
                ("POST", []) => Create(page, request.Body),
                ("PATCH" or "PUT", [var id]) => Change(page, id, request.Body),
                _ => new(404, new JsonObject { ["error"] = "Not found" }),
            };
        }
    }

    private SinkAnswer Create(string page, JsonNode? body)
    {
        var wanted = body.Object("incident");
        var faults = Faults(wanted).ToList();
        if (wanted.Text("name") is not { Length: > 0 })
            faults.Insert(0, "Name can't be blank");
        if (faults.Count > 0)
            return Refused(faults);
        var incident = new JsonObject { ["id"] = $"p{incidents.Count + 1:00000000000}", ["page_id"] = page };
        incidents.Add(incident);
        return new(201, Apply(incident, wanted));
    }

    private SinkAnswer Change(string page, string id, JsonNode? body)
    {
        var wanted = body.Object("incident");
        var faults = Faults(wanted).ToList();
        if (faults.Count > 0)
            return Refused(faults);
        return incidents.FirstOrDefault(incident => incident.Text("id") == id && incident.Text("page_id") == page) is { } known
            ? new(200, Apply(known, wanted))
            : new(404, new JsonObject { ["error"] = "Not found" });
    }

    private static JsonNode Apply(JsonObject incident, JsonObject wanted)
    {
        foreach (var (name, value) in wanted)
            incident[name] = value?.DeepClone();
        return incident.DeepClone();
    }

    private static IEnumerable<string> Faults(JsonObject incident)
    {
        if (incident.Text("name") is { Length: > 255 })
            yield return "Name is too long (maximum is 255 characters)";
        if (incident.Text("body") is { Length: > 25_000 })
            yield return "Body is too long (maximum is 25000 characters)";
        if (incident["status"] is not null && !Statuses.Contains(incident.Text("status")))
            yield return "Status is not valid";
        if (incident["impact_override"] is not null && !Impacts.Contains(incident.Text("impact_override")))
            yield return "Impact override is not valid";
        foreach (var (name, value) in incident.Object("metadata"))
            if (value is not JsonObject)
                yield return $"Metadata {name} must be an object";
        foreach (var (name, value) in incident.Object("components"))
            if (!ComponentStates.Contains(value?.ToString()))
                yield return $"Component {name} has no such status";
    }

    private static SinkAnswer Refused(IEnumerable<string> faults) => new(422, new JsonObject { ["error"] = new JsonArray([.. faults.Select(fault => (JsonNode)fault)]) });
}
