using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>SQS's batch operations: every entry succeeds or fails by itself.</summary>
internal static class SqsBatch
{
    public static JsonObject Run(JsonObject input, Func<JsonObject, JsonObject> one)
    {
        var entries = input.List("Entries").OfType<JsonObject>().ToList();
        if (entries.Count == 0)
            throw new AwsError("EmptyBatchRequest", "There should be at least one entry in the request.");
        if (entries.Count > 10)
            throw new AwsError("TooManyEntriesInBatchRequest", $"Maximum number of entries per request are 10. You have sent {entries.Count}.");
        if (entries.DistinctBy(entry => entry.Text("Id")).Count() != entries.Count)
            throw new AwsError("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        var (successful, failed) = (new JsonArray(), new JsonArray());
        foreach (var entry in entries)
        {
            try
            {
                var result = one(entry);
                result["Id"] = entry.Text("Id");
                successful.Add((JsonNode)result);
            }
            catch (AwsError error)
            {
                failed.Add((JsonNode)new JsonObject { ["Id"] = entry.Text("Id"), ["SenderFault"] = error.Status < 500, ["Code"] = error.Code, ["Message"] = error.Message });
            }
        }
        return new() { ["Successful"] = successful, ["Failed"] = failed };
    }
}
