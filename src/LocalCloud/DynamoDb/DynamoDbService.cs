using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.DynamoDb;

/// <summary>DynamoDB: passed on to DynamoDB Local.</summary>
internal sealed class DynamoDbService(Uri address, HttpClient http) : IAwsService
{
    public string Name => "dynamodb";

    public async Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation)
    {
        var answer = await PassOnAsync(call.Operation, Encoding.UTF8.GetBytes(call.Input.Compact()), cancellation);
        var body = answer.Body.Length == 0 ? [] : (JsonObject)JsonNode.Parse(answer.Body)!;
        if (answer.Status == 200)
            return body;
        var type = body.Text("__type") ?? "InternalServerError";
        throw new AwsError(type[(type.IndexOf('#') + 1)..], body.Text("message") ?? body.Text("Message") ?? "", answer.Status);
    }

    /// <summary>The answer as DynamoDB Local gave it, byte for byte.</summary>
    public async Task<WireAnswer> PassOnAsync(string operation, byte[] body, CancellationToken cancellation)
    {
        using var request = DynamoDbWire.Request(address, operation, body);
        using var response = await http.SendAsync(request, cancellation);
        var headers = response.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase));
        return new((int)response.StatusCode, "application/x-amz-json-1.0", await response.Content.ReadAsByteArrayAsync(cancellation))
        {
            Headers = headers.ToDictionary(header => header.Key, header => header.Value.First()),
        };
    }
}
