using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>Reads members that templates and API calls write as a number or as text, as they please.</summary>
internal static class JsonMembers
{
    public static string? Text(this JsonNode? node, string member) => (node as JsonObject)?[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string)value!,
        var other => other.Compact(),
    };

    public static int? Number(this JsonNode? node, string member) =>
        node.Text(member) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (int)number : null;

    public static bool Flag(this JsonNode? node, string member) => node.Text(member) is "true" or "True";

    public static JsonObject Object(this JsonNode? node, string member) => (node as JsonObject)?[member] as JsonObject ?? [];

    public static IEnumerable<JsonNode> List(this JsonNode? node, string member) =>
        ((node as JsonObject)?[member] as JsonArray ?? []).Where(item => item is not null)!;

    /// <summary>One string or an array of them, as IAM policies write actions and resources.</summary>
    public static IReadOnlyList<string> Strings(this JsonNode? node, string member) => (node as JsonObject)?[member] switch
    {
        null => [],
        JsonArray items => [.. items.Select(item => item!.ToString())],
        var single => [single.ToString()],
    };
}
