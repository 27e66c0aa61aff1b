using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IncidentServerless.Domain.Json;

/// <summary>Writes members of a record by hand; what is null is left out.</summary>
internal readonly struct MemberWriter(Utf8JsonWriter json)
{
    public void Text(string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public void Number(string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    public void Moment(string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            json.WriteString(name, at);
        }
    }

    public void Flag(string name, bool flag) => json.WriteBoolean(name, flag);

    /// <summary>What the serializer writes.</summary>
    public void Value<T>(string name, T value, JsonTypeInfo<T> type)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, type);
    }

    public void MaybeValue<T>(string name, T? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (value is not null)
        {
            Value(name, value, type);
        }
    }

    /// <summary>JSON as it is.</summary>
    public void Node(string name, System.Text.Json.Nodes.JsonNode node)
    {
        json.WritePropertyName(name);
        node.WriteTo(json);
    }

    public void Inner<T>(string name, T? inner, Action<T, MemberWriter> write)
        where T : class
    {
        if (inner is not null)
        {
            json.WriteStartObject(name);
            write(inner, this);
            json.WriteEndObject();
        }
    }

    public void Texts(string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public void Items<T>(string name, ImmutableArray<T> items, Action<T, MemberWriter> write)
        where T : class
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item, this);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Numbers(string name, IReadOnlyList<double>? numbers)
    {
        if (numbers is null)
        {
            return;
        }

        json.WriteStartArray(name);
        for (var index = 0; index < numbers.Count; index++)
        {
            json.WriteNumberValue(numbers[index]);
        }

        json.WriteEndArray();
    }
}
