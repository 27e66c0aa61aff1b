using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>JSON as AWS writes it: compact, and nothing escaped that need not be, so that what people are sent reads as it was written.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Compact(this JsonNode node) => node.ToJsonString(Relaxed);

    /// <summary>Null for text that is not JSON (and for JSON's null).</summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
