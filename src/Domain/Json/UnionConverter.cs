using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Json;

/// <summary>
/// A closed union whose members are written by hand, the member <c>kind</c> first: with metadata for the serializer each record costs
/// 7 kB of native code, and there are many.
/// </summary>
public abstract class UnionConverter<T> : JsonConverter<T>
    where T : class
{
    private protected abstract T Read(string kind, Members from);

    /// <returns>The kind.</returns>
    private protected abstract string KindOf(T value);

    private protected abstract void Write(T value, MemberWriter to);

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var record = JsonElement.ParseValue(ref reader);
        return record.ValueKind == JsonValueKind.Object
            ? Read(new Members(record).Text("kind"), new Members(record))
            : throw new JsonException("An object with a member kind was expected.");
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", KindOf(value));
        Write(value, new MemberWriter(writer));
        writer.WriteEndObject();
    }

    /// <summary>A kind that is not of the union.</summary>
    private protected static JsonException Unknown(string kind) => new($"'{kind}' is no kind that is known here.");
}
