using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Messages;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>An incident's timeline tells these things in this order; others may lie between.</summary>
/// <param name="Entries">May hold <c>*</c>. One that begins with <c>+</c> states its time too: <c>+15m1s Page 2 to*</c>.</param>
public sealed record TimelineTells(IReadOnlyList<string> Entries) : Expectation
{
    internal static TimelineTells? Read(StoryMembers members) => new(members.Texts("timeline"));

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var told = outcome.Incidents.Select(record => Lines(record, outcome.Start)).ToList();
        var missing = told.Select(Missing).DefaultIfEmpty(Entries.FirstOrDefault()).ToList();
        return missing.Contains(null)
            ? []
            : [$"Expected the timeline to tell '{missing[0]}'{After(missing[0]!)}; it tells:\n{string.Join('\n', told.FirstOrDefault([]).DefaultIfEmpty("nothing").Select(line => $"  {line}"))}"];
    }

    // The first entry that is not found after those before it; null when all are.
    private string? Missing(IReadOnlyList<string> lines)
    {
        var from = 0;
        foreach (var entry in Entries)
        {
            var found = Enumerable.Range(from, lines.Count - from).FirstOrDefault(index => Fits(entry, lines[index]), -1);
            if (found < 0)
            {
                return entry;
            }

            from = found + 1;
        }

        return null;
    }

    private string After(string entry) => Entries.TakeWhile(before => before != entry).LastOrDefault() is { } before ? $" after '{before}'" : "";

    private static bool Fits(string entry, string line) => StoryText.Fits(entry.StartsWith('+') ? entry : $"+* {entry}", line);

    private static IReadOnlyList<string> Lines(IncidentRecord record, DateTimeOffset start) =>
        [.. record.Timeline.Select(happened => $"{StoryTime.Print(happened.At - start)} {TimelineText.Of(happened)}")];
}
