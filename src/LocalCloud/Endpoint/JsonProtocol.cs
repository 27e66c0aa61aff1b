using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>AWS JSON 1.0 and 1.1.</summary>
internal sealed class JsonProtocol(string contentType) : IWireProtocol
{
    public WireAnswer Answer(string operation, JsonObject output, string requestId) => Write(200, output, requestId);

    public WireAnswer Refusal(AwsError error, string requestId)
    {
        var answer = Write(error.Status, new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }, requestId);
        // SQS came from the query protocol; its SDKs still read that protocol's code for this one.
        return error.Code == "QueueDoesNotExist"
            ? answer with { Headers = new Dictionary<string, string>(answer.Headers) { ["x-amzn-query-error"] = "AWS.SimpleQueueService.NonExistentQueue;Sender" } }
            : answer;
    }

    private WireAnswer Write(int status, JsonObject body, string requestId) => new(status, contentType, Encoding.UTF8.GetBytes(body.Compact()))
    {
        Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId },
    };
}
