using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Json;

/// <summary>A record whose members are read and written by hand, for the reason that <see cref="UnionConverter{T}"/> gives.</summary>
public abstract class RecordConverter<T> : JsonConverter<T>
    where T : class
{
    private protected abstract T Read(Members from);

    private protected abstract void Write(T value, MemberWriter to);

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var record = JsonElement.ParseValue(ref reader);
        return record.ValueKind == JsonValueKind.Object ? Read(new Members(record)) : throw new JsonException("An object was expected.");
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Write(value, new MemberWriter(writer));
        writer.WriteEndObject();
    }
}
