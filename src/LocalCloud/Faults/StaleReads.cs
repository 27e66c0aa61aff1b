using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Faults;

/// <summary>Remembers what eventually consistent reads answered, to answer it again.</summary>
internal sealed class StaleReads
{
    private readonly ConcurrentDictionary<string, WireAnswer> answers = new();

    /// <summary>Whether DynamoDB may answer this call with old data.</summary>
    public static bool MayBeStale(AwsRequest request) =>
        request.Service == "dynamodb" && request.Operation is "GetItem" or "Query" or "Scan" && !request.Input.Flag("ConsistentRead");

    public void Remember(AwsRequest request, WireAnswer answer)
    {
        if (MayBeStale(request) && answer.Status == 200)
            answers[Key(request)] = answer;
    }

    /// <summary>The last answer to the same read; before the first, that there is nothing.</summary>
    public WireAnswer Answer(AwsRequest request, string requestId) => answers.GetValueOrDefault(Key(request)) ?? request.Protocol.Answer(
        request.Operation,
        request.Operation == "GetItem" ? [] : new JsonObject { ["Items"] = new JsonArray(), ["Count"] = 0, ["ScannedCount"] = 0 },
        requestId);

    private static string Key(AwsRequest request) => request.Operation + Encoding.UTF8.GetString(request.Body);
}
