using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>PagerDuty's Events API v2 (https://developer.pagerduty.com/docs/events-api-v2-overview).</summary>
public sealed class PagerDutySink : IVendorSink
{
    private const int MaximumBodyBytes = 512 * 1024;
    private static readonly string[] Actions = ["trigger", "acknowledge", "resolve"];
    private static readonly string[] Severities = ["critical", "error", "warning", "info"];

    public string Host => "events.pagerduty.com";

    public SinkAnswer Receive(SinkRequest request)
    {
        if (request is not { Method: "POST", Path: "/v2/enqueue" or "/v2/change/enqueue" })
            return new(404, new JsonObject { ["status"] = "not found" });
        var faults = request.Path == "/v2/enqueue" ? Faults(request.Body).ToList() : [];
        if (faults.Count > 0)
            return new(400, new JsonObject { ["status"] = "invalid event", ["message"] = "Event object is invalid", ["errors"] = new JsonArray([.. faults.Select(fault => (JsonNode)fault)]) });
        return new(202, new JsonObject
        {
            ["status"] = "success",
            ["message"] = "Event processed",
            ["dedup_key"] = request.Body.Text("dedup_key") ?? StableId.Hex(request.Body!.Compact(), 32),
        });
    }

    private static IEnumerable<string> Faults(JsonNode? body)
    {
        if (body is not JsonObject)
        {
            yield return "'body' must be a JSON object";
            yield break;
        }
        if (Encoding.UTF8.GetByteCount(body.Compact()) > MaximumBodyBytes)
            yield return "'body' exceeds 512 KB";
        if (body.Text("routing_key") is not { Length: 32 })
            yield return "Length of 'routing_key' is incorrect (should be 32 characters)";
        var action = body.Text("event_action");
        if (!Actions.Contains(action))
            yield return "'event_action' must be one of 'trigger', 'acknowledge', 'resolve'";
        if (body.Text("dedup_key") is { Length: > 255 })
            yield return "'dedup_key' exceeds 255 characters";
        if (action is "acknowledge" or "resolve" && string.IsNullOrEmpty(body.Text("dedup_key")))
            yield return "'dedup_key' is missing or blank";
        if (action == "trigger")
            foreach (var fault in PayloadFaults(body["payload"]))
                yield return fault;
        foreach (var link in body.List("links"))
            if (string.IsNullOrEmpty(link.Text("href")))
                yield return "'links.href' is missing or blank";
    }

    private static IEnumerable<string> PayloadFaults(JsonNode? payload)
    {
        if (payload is not JsonObject)
        {
            yield return "'payload' is missing or blank";
            yield break;
        }
        if (payload.Text("summary") is not { Length: > 0 and <= 1024 })
            yield return "'payload.summary' must have 1 to 1024 characters";
        if (string.IsNullOrEmpty(payload.Text("source")))
            yield return "'payload.source' is missing or blank";
        if (!Severities.Contains(payload.Text("severity")))
            yield return "'payload.severity' must be one of 'critical', 'error', 'warning', 'info'";
        if (payload.Text("timestamp") is { } timestamp && !DateTimeOffset.TryParse(timestamp, out _))
            yield return "'payload.timestamp' is not an ISO 8601 time";
    }
}
