using System.Text.Json.Nodes;
using Amazon.CDK.AWS.Events;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>EventBridge patterns from the text in which Domain states them.</summary>
internal static class EventPatterns
{
    /// <param name="json">An object with <c>source</c>, <c>detail-type</c> and <c>detail</c>.</param>
    public static EventPattern Parse(string json)
    {
        var pattern = JsonNode.Parse(json)!;
        return new EventPattern
        {
            Source = [.. pattern["source"]!.AsArray().Select(source => source!.GetValue<string>())],
            DetailType = [.. pattern["detail-type"]!.AsArray().Select(type => type!.GetValue<string>())],
            Detail = (IDictionary<string, object>)Plain(pattern["detail"])!,
        };
    }

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => Plain(member.Value)),
        JsonArray items => items.Select(Plain).ToArray(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value => value.GetValue<double>(),
        _ => null,
    };
}
