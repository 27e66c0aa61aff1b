using System.Text.Json;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>A function's word on which messages of a batch failed ("Success and failure conditions", Lambda developer guide).</summary>
internal static class BatchResponse
{
    /// <summary>The messages that are done: all for an empty answer, none for one that breaks the contract.</summary>
    public static IReadOnlyCollection<string> Done(string payload, IReadOnlyCollection<string> messageIds)
    {
        if (string.IsNullOrWhiteSpace(payload))
            return messageIds;
        try
        {
            using var answer = JsonDocument.Parse(payload);
            return answer.RootElement.ValueKind switch
            {
                JsonValueKind.Null => messageIds,
                JsonValueKind.Object => Done(answer.RootElement, messageIds),
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyCollection<string> Done(JsonElement answer, IReadOnlyCollection<string> messageIds)
    {
        if (!answer.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
            return messageIds;
        if (failures.ValueKind != JsonValueKind.Array)
            return [];
        var failed = new HashSet<string>();
        foreach (var failure in failures.EnumerateArray())
        {
            if (failure.ValueKind != JsonValueKind.Object
                || !failure.TryGetProperty("itemIdentifier", out var id)
                || id.ValueKind != JsonValueKind.String
                || !messageIds.Contains(id.GetString()!))
                return [];
            failed.Add(id.GetString()!);
        }
        return [.. messageIds.Where(id => !failed.Contains(id))];
    }
}
