using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>Lambda's <c>Invoke</c>: the payload is the body, the rest is in headers.</summary>
internal sealed class LambdaRestProtocol : IWireProtocol
{
    public static LambdaRestProtocol Instance { get; } = new();

    public WireAnswer Answer(string operation, JsonObject output, string requestId)
    {
        var headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId };
        if ((string?)output["ExecutedVersion"] is { } version)
            headers["X-Amz-Executed-Version"] = version;
        if ((string?)output["FunctionError"] is { } error)
            headers["X-Amz-Function-Error"] = error;
        return new((int)output["StatusCode"]!, "application/json", Encoding.UTF8.GetBytes((string?)output["Payload"] ?? "")) { Headers = headers };
    }

    public WireAnswer Refusal(AwsError error, string requestId) =>
        new(error.Status, "application/json", Encoding.UTF8.GetBytes(new JsonObject { ["Type"] = error.Status < 500 ? "User" : "Service", ["Message"] = error.Message }.Compact()))
        {
            Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId, ["x-amzn-ErrorType"] = error.Code },
        };
}
