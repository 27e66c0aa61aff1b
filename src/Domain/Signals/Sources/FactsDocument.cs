using System.Buffers;
using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>The frame of the documents over which the policy's routes match; each source documents its own.</summary>
internal static class FactsDocument
{
    /// <summary><c>{ source, account, region, [name]: { … } }</c>.</summary>
    /// <param name="write">Writes the members of the object <paramref name="name"/>.</param>
    public static JsonElement Of(string source, string account, string region, string name, Action<Utf8JsonWriter> write)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(utf8))
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteString("account", account);
            json.WriteString("region", region);
            json.WriteStartObject(name);
            write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(utf8.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Leaves the member out when it is not known.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <inheritdoc cref="WriteKnown(Utf8JsonWriter, string, string?)"/>
    public static void WriteKnown(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    /// <summary>The different values that are known; no member when there is none.</summary>
    public static void WriteList(this Utf8JsonWriter json, string name, IEnumerable<string?> values)
    {
        string[] known = [.. values.OfType<string>().Distinct()];
        if (known.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in known)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
