using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>What happened that no expectation describes: nothing passes silently, but for calls that only read and got their answer, and for tickets, messages to those who follow incidents, and what tells whoever was paged to stand down, where a story says nothing of them.</summary>
internal static class Unexpected
{
    private const string StandDown = "stand-down";

    public static IEnumerable<string> In(Outcome outcome, IReadOnlyList<Expectation> expectations) =>
    [
        .. outcome.Sent
            .Where(message => message.Topic is null || expectations.OfType<MessagesSent>().Any(each => each.Topic == message.Topic))
            .Where(message => message.Kind != StandDown || expectations.OfType<MessagesSent>().Any(each => each.Kind == StandDown))
            .Where(message => !expectations.OfType<MessagesSent>().Any(each => each.Describes(message, outcome.Start)))
            .Select(message => $"Nobody expected the {message.Kind} to {message.To} at {StoryTime.Print(message.At - outcome.Start)}: {message.Subject}"),
        .. outcome.Incidents
            .Where(record => !expectations.OfType<StoredIncidents>().Any(each => each.Describes(record)))
            .Select(record => $"Nobody expected the incident {record.Incident.Id} ({record.Incident.Status}): {record.Incident.Title}"),
        .. outcome.Observations.OfType<AccountCalled>()
            .Where(called => !AccountCalls.OnlyReads(called) && !SentMessage.TicketOf(called) && !expectations.OfType<AccountCalls>().Any(each => each.Describes(called)))
            .Select(called => $"Nobody expected the call {called.Call} with {called.Input.ToJsonString()}"),
        .. outcome.Observations
            .Where(observation => Troubles.InWords(observation) is not null && !expectations.OfType<Troubles>().Any(each => each.Describes(observation)))
            .Select(observation => $"Nobody expected the trouble at {StoryTime.Print(observation.At - outcome.Start)}: {Troubles.InWords(observation)}"),
    ];
}
