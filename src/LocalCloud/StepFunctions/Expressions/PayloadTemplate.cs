using System.Text.Json;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>A JSON value of a definition in which strings may be expressions, at any depth.</summary>
internal sealed class PayloadTemplate
{
    private readonly Node root;

    private PayloadTemplate(JsonElement value)
    {
        var slots = new List<Slot>();
        root = Read(value, "", slots);
        Slots = slots;
    }

    /// <summary>The expressions in document order.</summary>
    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The value itself when nothing in it is an expression.</summary>
    public JsonElement? Literal => root is Fixed literal ? literal.Value : null;

    public static PayloadTemplate Parse(JsonElement value) => new(value);

    /// <summary>The value with each expression replaced by its result; <paramref name="results"/> in the order of <see cref="Slots"/>.</summary>
    public JsonElement Fill(IReadOnlyList<JsonElement> results) =>
        root is Hole ? results[0] : Json.Write(writer => root.Write(writer, results));

    private static Node Read(JsonElement value, string path, List<Slot> slots)
    {
        var before = slots.Count;
        Node node;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                node = new Members([.. value.EnumerateObject().Select(member => (member.Name, Read(member.Value, $"{path}/{member.Name}", slots)))]);
                break;
            case JsonValueKind.Array:
                node = new Items([.. value.EnumerateArray().Select((item, index) => Read(item, $"{path}[{index}]", slots))]);
                break;
            case JsonValueKind.String when Expression.TryParse(value.GetString()!) is { } expression:
                slots.Add(new Slot(path, expression));
                return new Hole(before);
            default:
                return new Fixed(value);
        }

        return slots.Count == before ? new Fixed(value) : node;
    }

    /// <param name="Path">Where the expression stands in the template, for example <c>/result</c>; empty for the template itself.</param>
    internal sealed record Slot(string Path, Expression Expression);

    private abstract record Node
    {
        public abstract void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> results);
    }

    private sealed record Fixed(JsonElement Value) : Node
    {
        public override void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> results) => Value.WriteTo(writer);
    }

    private sealed record Hole(int Index) : Node
    {
        public override void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> results) => results[Index].WriteTo(writer);
    }

    private sealed record Members((string Name, Node Value)[] All) : Node
    {
        public override void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> results)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in All)
            {
                writer.WritePropertyName(name);
                value.Write(writer, results);
            }

            writer.WriteEndObject();
        }
    }

    private sealed record Items(Node[] All) : Node
    {
        public override void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> results)
        {
            writer.WriteStartArray();
            foreach (var value in All)
            {
                value.Write(writer, results);
            }

            writer.WriteEndArray();
        }
    }
}
