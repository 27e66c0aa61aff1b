using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>What a story says of itself at its end: the dispositions, and the reasons of those that need one.</summary>
internal static class Closing
{
    public static IEnumerable<string> Of(PlayedStory story)
    {
        var ledger = story.Outcome.Ledger;
        yield return $"{Times.Count(ledger.Length, "event")}: {Dispositions.InWords(ledger.CountBy(entry => entry.Outcome.Disposition).ToDictionary())}. {Times.Count(story.Transitions, "state transition")}.";
        foreach (var reason in ledger.Where(entry => entry.Outcome.Reason is not null).CountBy(entry => (entry.Outcome.Disposition, entry.Outcome.Reason)).OrderBy(reason => reason.Key))
        {
            yield return $"{reason.Key.Disposition}{(reason.Value > 1 ? $" ({reason.Value} times)" : "")}: {reason.Key.Reason}";
        }
    }
}
