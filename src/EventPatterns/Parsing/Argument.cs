using System.Text;
using System.Text.Json;

namespace IncidentServerless.EventPatterns.Parsing;

/// <summary>What an operator was given, and where: the value of <c>prefix</c> in <c>{"prefix": "i-"}</c>.</summary>
internal sealed record Argument(JsonElement Value, PatternPath Path)
{
    internal JsonValueKind Kind => Value.ValueKind;

    internal EventPatternException Expecting(string expected) => Value.Expecting(expected, Path);

    internal byte[] Utf8(string expected = "a string") =>
        Kind == JsonValueKind.String ? JsonText.Utf8(Value).ToArray() : throw Expecting(expected);

    internal string Text(string expected = "a string") => Encoding.UTF8.GetString(Utf8(expected));

    internal double Number(string expected)
    {
        if (Kind != JsonValueKind.Number)
            throw Expecting(expected);
        return ComparableNumber.TryParse(JsonText.Utf8(Value), out var number)
            ? number
            : throw Expecting($"{expected} that a 64-bit floating-point number holds without loss");
    }

    internal IReadOnlyList<Argument> Items()
    {
        var path = Path;
        return [.. Value.EnumerateArray().Select((item, index) => new Argument(item, path.Index(index)))];
    }

    /// <summary>The one value, or the values of the list if it is one.</summary>
    internal IReadOnlyList<Argument> OneOrMany(string expected)
    {
        if (Kind != JsonValueKind.Array)
            return [this];
        var items = Items();
        return items.Count > 0 ? items : throw Expecting(expected);
    }

    /// <summary>The object's only member, as its name and its value.</summary>
    internal (string Name, Argument Value) OnlyMember(string expected)
    {
        if (Kind != JsonValueKind.Object)
            throw Expecting(expected);
        var members = Value.EnumerateObject().ToList();
        if (members.Count == 0)
            throw Expecting(expected);
        var name = JsonText.Name(members[0]);
        if (members.Count > 1)
            throw Refusal.Of($"{members.Count} keys beside each other", "a single key in a match expression", Path);
        return (name, new Argument(members[0].Value, Path.Key(name)));
    }
}
