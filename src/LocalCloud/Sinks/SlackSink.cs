using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>Slack's Web API, as far as messages go (https://api.slack.com/methods/chat.postMessage). It answers 200 also when it refuses: <c>ok</c> tells.</summary>
public sealed class SlackSink : IVendorSink
{
    private const int MaximumText = 40_000;
    private const int MaximumBlocks = 50;
    private int posts;

    public string Host => "slack.com";

    public SinkAnswer Receive(SinkRequest request)
    {
        if (request is not { Method: "POST", Path: "/api/chat.postMessage" or "/api/chat.update" })
            return Refused("unknown_method");
        if (Fault(request) is { } fault)
            return fault;
        var post = Interlocked.Increment(ref posts);
        return new(200, new JsonObject
        {
            ["ok"] = true,
            ["channel"] = request.Body.Text("channel"),
            ["ts"] = $"{1_700_000_000 + post}.{post:000000}",
            ["message"] = new JsonObject { ["type"] = "message", ["text"] = request.Body.Text("text") ?? "" },
        });
    }

    private static SinkAnswer? Fault(SinkRequest request)
    {
        if (request.Headers.GetValueOrDefault("authorization") is not { } authorization)
            return Refused("not_authed");
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal) || authorization.Length < "Bearer x".Length)
            return Refused("invalid_auth");
        var body = request.Body;
        if (string.IsNullOrEmpty(body.Text("channel")))
            return Refused("channel_not_found");
        var blocks = body.List("blocks").ToList();
        if (string.IsNullOrEmpty(body.Text("text")) && blocks.Count == 0 && !body.List("attachments").Any())
            return Refused("no_text");
        if (body.Text("text") is { Length: > MaximumText })
            return Refused("msg_too_long");
        var faults = (blocks.Count > MaximumBlocks ? [$"no more than {MaximumBlocks} items allowed [json-pointer:/blocks]"] : Enumerable.Empty<string>())
            .Concat(blocks.SelectMany(SlackBlocks.Faults)).ToList();
        return faults.Count == 0 ? null : Refused("invalid_blocks", faults);
    }

    private static SinkAnswer Refused(string error, IReadOnlyList<string>? messages = null)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = error };
        if (messages is not null)
            body["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)$"[ERROR] {message}")]) };
        return new(200, body);
    }
}
