using System.Collections.Immutable;
using System.Text.Json;
using Amazon.Runtime;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Observations;
using Spectre.Console;

namespace IncidentServerless.Cli.Serving;

/// <summary>Tells what happens while it happens, a few times a second.</summary>
internal sealed class LiveTeller(Cloud cloud, IAnsiConsole terminal) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Suite suite = new(cloud.Stack);
    private readonly IncidentBook book = new(cloud.Endpoint, cloud.Stack.Identity.Region, new Suite(cloud.Stack).Table);
    private readonly StoryPrinter printer = new(terminal);
    private readonly Dictionary<string, int> toldVersions = [];
    private int told;

    /// <summary>Ends when it is cancelled.</summary>
    public async Task TellUntilAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var all = cloud.Observations.ToList();
            if (all.Count > told && !cancellation.IsCancellationRequested)
            {
                try
                {
                    await TellAsync(all[told..]);
                }
                catch (Exception fault) when (!cancellation.IsCancellationRequested && fault is AmazonServiceException or FormatException or InvalidOperationException or JsonException)
                {
                    // Whoever writes to the table by hand may leave what no incident is.
                    terminal.WriteLine($"What happened cannot be told: {PlainText.Line(fault.Message, 200)}");
                }

                told = all.Count;
            }

            await Task.Delay(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => book.Dispose();

    private async Task TellAsync(IReadOnlyList<Observation> fresh)
    {
        // Only a function's end can have written anything.
        var incidents = fresh.Any(observation => observation is FunctionSucceeded) ? await NewsAsync() : [];
        var outcome = new Outcome(cloud.Clock.UtcNow, SentMessage.In(fresh, suite), incidents, [], [.. fresh.Select(suite.Named)]);
        foreach (var line in Storyteller.TellLive(outcome, suite))
        {
            printer.Tell(line);
        }
    }

    /// <summary>The incidents with what is new on their timelines.</summary>
    private async Task<ImmutableArray<IncidentRecord>> NewsAsync()
    {
        var records = await book.IncidentsAsync();
        var news = records.Select(record => record with { Timeline = [.. record.Timeline.Skip(toldVersions.GetValueOrDefault(record.Incident.Id))] }).ToImmutableArray();
        foreach (var record in records)
        {
            toldVersions[record.Incident.Id] = record.Timeline.Length;
        }

        return news;
    }
}
