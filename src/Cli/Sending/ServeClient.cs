using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;

namespace IncidentServerless.Cli.Sending;

/// <summary>Speaks to a running <c>incident serve</c> as the operator, in AWS's own protocols.</summary>
internal sealed class ServeClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Where <c>incident serve</c> says which topic such signals are published to.</summary>
    public static string ParameterOf(SignalTopic topic) => $"/incident-serverless/local/topic-of-{topic.Name}";

    /// <exception cref="RefusedException">Nothing answers there, or it refuses.</exception>
    public Task SendAsync(OutgoingEvent outgoing) => outgoing switch
    {
        OutgoingEvent.Bus bus => PutAsync(bus.Envelope),
        OutgoingEvent.Topic topic => PublishAsync(topic),
        _ => throw new InvalidOperationException($"{outgoing.GetType().Name} has no way to be sent."),
    };

    /// <summary>The name of the incident table; null when there is no table.</summary>
    public async Task<string?> TableAsync() =>
        (await CallAsync("dynamodb", "DynamoDB_20120810.ListTables", []))["TableNames"] is JsonArray { Count: > 0 } names ? EventJson.Text(names[0]) : null;

    public void Dispose() => http.Dispose();

    private async Task PutAsync(JsonObject envelope)
    {
        var entry = new JsonObject
        {
            ["Source"] = envelope["source"]?.DeepClone(),
            ["DetailType"] = envelope["detail-type"]?.DeepClone(),
            ["Detail"] = envelope["detail"]?.ToJsonString() ?? "{}",
            ["Resources"] = envelope["resources"] as JsonArray is { } resources ? resources.DeepClone() : new JsonArray(),
        };
        if (envelope["time"] is { } time)
        {
            entry["Time"] = time.DeepClone();
        }

        var answer = await CallAsync("events", "AWSEvents.PutEvents", new JsonObject { ["Entries"] = new JsonArray(entry) });
        if (answer["Entries"] is JsonArray { Count: > 0 } entries && EventJson.Text(entries[0], "ErrorMessage") is { } refusal)
        {
            throw new RefusedException($"The bus refused the event: {refusal}");
        }
    }

    private async Task PublishAsync(OutgoingEvent.Topic topic)
    {
        var parameter = await CallAsync("ssm", "AmazonSSM.GetParameter", new JsonObject { ["Name"] = ParameterOf(topic.To) });
        var fields = new Dictionary<string, string>
        {
            ["Action"] = "Publish",
            ["Version"] = "2010-03-31",
            ["TopicArn"] = EventJson.Text(parameter, "Parameter", "Value") ?? throw NotServe(),
            ["Message"] = topic.Message,
        };
        if (topic.Subject is { Length: > 0 and < 100 } subject)
        {
            fields["Subject"] = subject;
        }

        using var request = Request("sns", new FormUrlEncodedContent(fields));
        await AnswerAsync(request);
    }

    private async Task<JsonObject> CallAsync(string service, string target, JsonObject input)
    {
        using var request = Request(service, new StringContent(input.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"));
        request.Headers.Add("X-Amz-Target", target);
        return EventJson.TryParse(await AnswerAsync(request)) as JsonObject ?? throw NotServe();
    }

    private RefusedException NotServe() => new($"What answers at {endpoint} is not `incident serve`; name its address with --endpoint.");

    private HttpRequestMessage Request(string service, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        // The local cloud checks no signature, only whose key it is; this one is nobody's, so the operator's.
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential=operator/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=none");
        return request;
    }

    private async Task<string> AnswerAsync(HttpRequestMessage request)
    {
        try
        {
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode ? text : throw new RefusedException($"{endpoint} refused with {(int)answer.StatusCode}: {text}");
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            throw new RefusedException($"Nothing answers at {endpoint}; start `incident serve` first, or name its address with --endpoint.");
        }
    }
}
