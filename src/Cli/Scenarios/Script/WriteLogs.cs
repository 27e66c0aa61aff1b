using System.Globalization;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>An application writes lines to its log.</summary>
/// <param name="Times">How often the lines are written, one after the other; <c>{n}</c> in them is the number of the time, from 1.</param>
public sealed record WriteLogs(string Group, string Stream, IReadOnlyList<string> Lines, int Times) : Deed
{
    internal static WriteLogs? Read(StoryMembers members) => members.OptionalObject("log", inner => new WriteLogs(
        inner.Text("group"),
        inner.OptionalText("stream") ?? "task/1",
        inner.Texts("lines"),
        inner.Count("times", 1, least: 1)));

    internal override Task PerformAsync(Stage stage)
    {
        var lines = Enumerable.Range(1, Times).SelectMany(time => Lines.Select(line => line.Replace("{n}", time.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        stage.Cloud.Logs.Write(Group, Stream, [.. lines]);
        return Task.CompletedTask;
    }
}
