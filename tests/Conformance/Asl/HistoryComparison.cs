using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.Conformance.Asl;

/// <summary>Compares histories event by event; where a Parallel was recorded without ids, as sets.</summary>
internal static class HistoryComparison
{
    // The recorder removed these.
    private static readonly string[] NotRecorded = ["inputDetails", "outputDetails", "roleArn", "assignedVariablesDetails", "name"];

    // JSON in a text; the recording has the JSON itself.
    private static readonly string[] Data = ["input", "output", "parameters"];

    internal static string? Difference(ExecutionCase recorded, IReadOnlyList<HistoryEvent> history, JsonComparison comparison) =>
        recorded.IsExact ? Exact(recorded.History, history, comparison) : WithoutIds(recorded.History, history, comparison);

    private static string? Exact(JsonArray expected, IReadOnlyList<HistoryEvent> actual, JsonComparison comparison)
    {
        for (var index = 0; index < Math.Min(expected.Count, actual.Count); index++)
        {
            if (Difference(expected[index]!.AsObject(), actual[index], comparison, withIds: true) is { } difference)
            {
                return difference;
            }
        }

        return expected.Count == actual.Count ? null : $"expected {expected.Count} events, were {actual.Count}";
    }

    private static string? WithoutIds(JsonArray expected, IReadOnlyList<HistoryEvent> actual, JsonComparison comparison)
    {
        var open = actual.ToList();
        foreach (var item in expected.Select(item => item!.AsObject()))
        {
            var hasId = item["id"] is JsonValue;
            var found = open.Find(candidate => Difference(item, candidate, comparison, hasId) is null);
            if (found is null)
            {
                return $"no event is as recorded: {item.ToJsonString()}";
            }

            open.Remove(found);
        }

        // The recorder left out how a Parallel failed; the gap in the ids is where it was.
        return open.Find(extra => extra.Type != "ParallelStateFailed") is { } other ? $"not recorded: event {other.Id} {other.Type}" : null;
    }

    private static string? Difference(JsonObject expected, HistoryEvent actual, JsonComparison comparison, bool withIds)
    {
        var place = $"event {actual.Id} {actual.Type}";
        if ((string)expected["type"]! != actual.Type)
        {
            return $"{place}: expected {expected["type"]}";
        }

        if (withIds && ((long)expected["id"]! != actual.Id || (long)expected["previousEventId"]! != actual.PreviousEventId))
        {
            return $"{place} after {actual.PreviousEventId}: expected {expected["id"]} after {expected["previousEventId"]}";
        }

        if (expected["state"] is { } state && (string)state! != actual.StateName)
        {
            return $"{place}: expected of state {state}, was of {actual.StateName}";
        }

        var details = Recorded(actual.Details, actual);
        foreach (var name in Data.Where(details.ContainsKey))
        {
            details[name] = JsonNode.Parse((string)details[name]!);
        }

        return comparison.Difference(Recorded(expected["details"], actual), details, place);
    }

    private static JsonObject Recorded(JsonNode? details, HistoryEvent of)
    {
        var copy = details?.DeepClone().AsObject() ?? [];
        foreach (var name in NotRecorded.Where(name => name != "name" || of.StateName is not null))
        {
            copy.Remove(name);
        }

        return copy;
    }
}
