using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>A JSON value of the policy file that knows where it stands.</summary>
internal sealed record PolicyValue(FaultList Faults, string Path, long Position, JsonValueKind Kind)
{
    /// <summary>The text of a string.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The members of an object in the order of the file, without repetitions.</summary>
    public ImmutableArray<PolicyMember> Members { get; init; } = [];

    /// <summary>The elements of an array.</summary>
    public ImmutableArray<PolicyValue> Elements { get; init; } = [];

    /// <summary>The value as it stands in the file, UTF-8, comments and all.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    public bool IsObject => Kind == JsonValueKind.Object;

    /// <summary>The member's value, or null when it is not there or this is no object.</summary>
    public PolicyValue? Member(string name) => Members.FirstOrDefault(member => member.Name == name)?.Value;

    public void Fault(string problem) => Faults.Add(Position, Path.Length == 0 ? "the policy" : Path, problem);

    /// <summary>The value as a person would quote it in a message: short, on one line.</summary>
    public string Quoted => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"\"{Shortened(Text)}\"",
        JsonValueKind.Null => "null",
        _ => Shortened(System.Text.Encoding.UTF8.GetString(Json.Span)),
    };

    /// <summary>The path of a member: <c>routes[0].name</c>, or <c>people["a b"]</c> where the name needs quotes.</summary>
    public string PathOf(string member) => IsPlain(member)
        ? Path.Length == 0 ? member : $"{Path}.{member}"
        : $"{Path}[\"{Shortened(member)}\"]";

    private static bool IsPlain(string name) => name.Length is > 0 and <= 60 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '$' or '-' or '_');

    private static string Shortened(string text)
    {
        var line = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
        return line.Length <= 60 ? line : $"{line[..59]}…";
    }
}

internal sealed record PolicyMember(string Name, PolicyValue Value);
