using System.Text.Json;

namespace IncidentServerless.Conformance.Patterns;

/// <summary>
/// A line of a recording. The text of a member, where the recording keeps it as <c>…_text</c>, is used as it stands, since
/// writing parsed JSON anew would change numbers and duplicate keys.
/// </summary>
internal sealed record RecordedCase(JsonElement Line)
{
    internal string Name => Line.GetProperty("name").GetString() ?? "(no name)";

    internal bool Match => Line.GetProperty("match").GetBoolean();

    internal string Pattern => TextOf("pattern");

    internal string Event => TextOf("event");

    internal string? Why => Line.TryGetProperty("why", out var why) ? why.GetString() : null;

    internal static IEnumerable<RecordedCase> Read(string file) =>
        File.ReadLines(file)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => new RecordedCase(JsonElement.Parse(line)));

    private string TextOf(string member) =>
        Line.TryGetProperty($"{member}_text", out var text) ? text.GetString()! : Line.GetProperty(member).GetRawText();
}
