using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Sending;

/// <summary>Reads JSON that anybody may have written.</summary>
internal static class EventJson
{
    /// <summary>A node would find a member that is written twice only when it is asked for one, by a fault of its own.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The text is no JSON, or a member is written twice.</exception>
    public static JsonNode? Parse(string text) => JsonNode.Parse(text, documentOptions: Strict);

    /// <summary>Null where <see cref="Parse"/> would throw.</summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            // The caller asks whether it is JSON; that it is not is an answer.
            return null;
        }
    }

    /// <summary>Null when there is no text at the path, whatever is there instead.</summary>
    public static string? Text(JsonNode? value, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            value = (value as JsonObject)?[name];
        }

        try
        {
            return value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // One half of a surrogate pair, which JSON can write and a string cannot hold.
            return null;
        }
    }
}
