using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>Parses JSON with comments and trailing commas into <see cref="PolicyValue"/>s, and reports members that are written twice.</summary>
internal static class PolicyText
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="PolicyException">The text is no JSON; the fault names line and column.</exception>
    public static PolicyValue Parse(string json, FaultList faults)
    {
        var utf8 = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            reader.Read();
            var value = ReadValue(ref reader, utf8, faults, string.Empty);
            reader.Read();
            return value;
        }
        catch (JsonException notJson)
        {
            var place = $"line {notJson.LineNumber + 1}, column {notJson.BytePositionInLine + 1}";
            throw new PolicyException([new PolicyFault(place, $"is not JSON. {WithoutPlace(notJson.Message)}")]);
        }
    }

    private static PolicyValue ReadValue(ref Utf8JsonReader reader, byte[] utf8, FaultList faults, string path)
    {
        var start = reader.TokenStartIndex;
        var value = reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, utf8, new PolicyValue(faults, path, start, JsonValueKind.Object)),
            JsonTokenType.StartArray => ReadArray(ref reader, utf8, new PolicyValue(faults, path, start, JsonValueKind.Array)),
            JsonTokenType.String => new PolicyValue(faults, path, start, JsonValueKind.String) { Text = ReadString(ref reader, utf8) },
            JsonTokenType.Number => new PolicyValue(faults, path, start, JsonValueKind.Number),
            JsonTokenType.True => new PolicyValue(faults, path, start, JsonValueKind.True),
            JsonTokenType.False => new PolicyValue(faults, path, start, JsonValueKind.False),
            _ => new PolicyValue(faults, path, start, JsonValueKind.Null),
        };
        return value with { Json = utf8.AsMemory((int)start, (int)(reader.BytesConsumed - start)) };
    }

    private static PolicyValue ReadObject(ref Utf8JsonReader reader, byte[] utf8, PolicyValue value)
    {
        var members = ImmutableArray.CreateBuilder<PolicyMember>();
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadString(ref reader, utf8);
            var position = reader.TokenStartIndex;
            reader.Read();
            var member = ReadValue(ref reader, utf8, value.Faults, value.PathOf(name));
            if (names.Add(name))
            {
                members.Add(new PolicyMember(name, member));
            }
            else
            {
                value.Faults.Add(position, member.Path, "is written twice; keep one of them");
            }
        }

        return value with { Members = members.ToImmutable() };
    }

    private static PolicyValue ReadArray(ref Utf8JsonReader reader, byte[] utf8, PolicyValue value)
    {
        var elements = ImmutableArray.CreateBuilder<PolicyValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(ReadValue(ref reader, utf8, value.Faults, $"{value.Path}[{elements.Count}]"));
        }

        return value with { Elements = elements.ToImmutable() };
    }

    private static string ReadString(ref Utf8JsonReader reader, byte[] utf8)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException halfOfAPair)
        {
            var before = utf8.AsSpan(0, (int)reader.TokenStartIndex);
            throw new JsonException(
                "A \\u escape is one half of a surrogate pair; write the whole character.",
                path: null,
                before.Count((byte)'\n'),
                before.Length - 1 - before.LastIndexOf((byte)'\n'),
                halfOfAPair);
        }
    }

    /// <summary>The reader's message ends with its own form of the place, which is said in ours.</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }
}
