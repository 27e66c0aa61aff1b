using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.StepFunctions;

/// <summary>JSON as Step Functions writes it: compact, and nothing escaped that need not be.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public static JsonElement Null { get; } = Parse("null");

    public static JsonElement EmptyObject { get; } = Parse("{}");

    public static JsonElement Parse(string text) => JsonElement.Parse(text, Deep);

    /// <summary>The compact text, whatever the layout of the source.</summary>
    public static string Text(JsonElement value) => Encoding.UTF8.GetString(Bytes(value.WriteTo));

    public static JsonElement Write(Action<Utf8JsonWriter> write) => JsonElement.Parse(Bytes(write), Deep);

    public static JsonElement String(string text) => Write(writer => writer.WriteStringValue(text));

    public static JsonElement From(JsonNode? node) => node is null ? Null : Write(writer => node.WriteTo(writer));

    /// <summary>A node that its receiver may change.</summary>
    public static JsonNode? Node(JsonElement value) => JsonNode.Parse(Text(value));

    /// <summary>How many bytes of UTF-8 the compact text takes: what the service's limits count.</summary>
    public static int Size(JsonElement value) => Bytes(value.WriteTo).Length;

    public static string KindName(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static ReadOnlySpan<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            write(writer);
        }

        return buffer.WrittenSpan;
    }
}
