using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>Slack's <c>response_url</c>, which takes what whoever pressed a button is told (https://api.slack.com/interactivity/handling#message_responses).</summary>
public sealed class SlackHookSink : IVendorSink
{
    /// <summary>Where the endpoint stands in for it: functions call it over HTTP.</summary>
    public const string Path = "/_slack/";

    private static readonly string[] Audiences = ["ephemeral", "in_channel"];

    public string Host => "hooks.slack.com";

    public SinkAnswer Receive(SinkRequest request)
    {
        if (request.Method != "POST" || request.Body is not { } body || (body.Text("response_type") is { } audience && !Audiences.Contains(audience)))
            return new(400, "invalid_payload");
        if (string.IsNullOrEmpty(body.Text("text")) && !body.List("blocks").Any())
            return new(400, "no_text");
        return body.List("blocks").SelectMany(SlackBlocks.Faults).Any() ? new(400, "invalid_blocks") : new(200, "ok");
    }
}
