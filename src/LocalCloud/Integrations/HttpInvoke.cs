using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Sinks;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Integrations;

/// <summary>
/// <c>http:invoke</c>: a call to a vendor, with what its connection adds ("Call HTTPS APIs in Step Functions workflows"). The result has
/// <c>Headers</c>, <c>ResponseBody</c>, <c>StatusCode</c> and <c>StatusText</c>; an answer that is not 2xx fails the task.
/// </summary>
internal sealed class HttpInvoke(SinkHosts sinks, IReadOnlyDictionary<string, Connection> connections)
{
    public JsonNode Call(JsonObject arguments)
    {
        if (!Uri.TryCreate(arguments.Text("ApiEndpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme != "https")
            throw new TaskFailedException("States.Runtime", $"The ApiEndpoint '{arguments.Text("ApiEndpoint")}' is not an https address.");
        if (arguments.ContainsKey("Transform"))
            throw new TaskFailedException("States.Runtime", "The local cloud does not emulate the Transform of http:invoke.");
        var connectionArn = arguments.Object("Authentication").Text("ConnectionArn") ?? arguments.Object("InvocationConfig").Text("ConnectionArn") ?? "";
        var connection = connections.GetValueOrDefault(connectionArn)
            ?? throw new TaskFailedException("Events.ConnectionResource.ResourceNotFound", $"The connection '{connectionArn}' does not exist.");
        var request = new SinkRequest(endpoint.Host, arguments.Text("Method") ?? "GET", endpoint.AbsolutePath, Headers(arguments, connection), Body(arguments, connection));
        SinkAnswer answer;
        try
        {
            answer = sinks.Receive(request);
        }
        catch (HttpRequestException failure)
        {
            throw new TaskFailedException("States.Http.Socket", failure.Message);
        }
        return answer.Status is >= 200 and < 300
            ? Result(answer)
            : throw new TaskFailedException($"States.Http.StatusCode.{answer.Status}", answer.Body?.Compact());
    }

    private static Dictionary<string, string> Headers(JsonObject arguments, Connection connection)
    {
        var headers = new Dictionary<string, string> { ["content-type"] = "application/json", ["user-agent"] = "Amazon|StepFunctions|HttpInvoke" };
        foreach (var (name, value) in arguments.Object("Headers"))
            headers[name.ToLowerInvariant()] = value is JsonArray values ? string.Join(",", values.Select(item => item?.ToString())) : value?.ToString() ?? "";
        // What the connection says wins, so that no workflow can replace a credential.
        foreach (var (name, value) in connection.Headers)
            headers[name.ToLowerInvariant()] = value;
        return headers;
    }

    private static JsonNode? Body(JsonObject arguments, Connection connection)
    {
        var body = arguments["RequestBody"]?.DeepClone();
        if (connection.Body.Count == 0)
            return body;
        var merged = body as JsonObject ?? [];
        foreach (var (name, value) in connection.Body)
            merged[name] = value;
        return merged;
    }

    private static JsonObject Result(SinkAnswer answer) => new()
    {
        ["Headers"] = new JsonObject(answer.Headers.Append(new("content-type", "application/json")).Select(header => KeyValuePair.Create(header.Key, (JsonNode?)new JsonArray(header.Value)))),
        ["ResponseBody"] = answer.Body?.DeepClone(),
        ["StatusCode"] = answer.Status,
        ["StatusText"] = answer.Status switch { 200 => "OK", 201 => "Created", 202 => "Accepted", 204 => "No Content", _ => "" },
    };
}
