using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>Tells what happened in responders' words. What only the machinery cares about (states, queues, invocations) is left out.</summary>
internal static class Storyteller
{
    /// <summary>The lines in the order of time; equal lines of one moment are told once, with their number.</summary>
    /// <param name="deeds">What the script did.</param>
    public static IReadOnlyList<StoryLine> Tell(Outcome outcome, Suite suite, IEnumerable<StoryLine> deeds) => Fold(
    [
        .. deeds,
        .. outcome.Observations.Select(observation => Of(observation, suite)).OfType<StoryLine>(),
        .. LateStarts.Of(outcome),
        .. MessageLines.Of(outcome.Sent),
        .. outcome.Incidents.SelectMany(record => record.Timeline.Select(happened => Of(happened, outcome))).OfType<StoryLine>(),
    ]);

    /// <summary>The same of what is new, while it goes on: with the links that people are sent, since somebody may open them.</summary>
    public static IReadOnlyList<StoryLine> TellLive(Outcome news, Suite suite) => Fold(
    [
        .. news.Observations.Select(observation => Of(observation, suite)).OfType<StoryLine>(),
        .. MessageLines.Live(news.Sent),
        .. news.Incidents.SelectMany(record => record.Timeline.Select(happened => Of(happened, news))).OfType<StoryLine>(),
    ]);

    /// <summary>Orders lines, and folds equal ones of one moment.</summary>
    internal static IReadOnlyList<StoryLine> Fold(IEnumerable<StoryLine> lines) =>
    [
        .. lines.OrderBy(line => line.At).ThenBy(line => line.Order)
            .GroupBy(line => line)
            .Select(group => group.Count() == 1 ? group.Key : group.Key with { Text = $"{group.Key.Text} ({group.Count()} times)" }),
    ];

    internal static StoryLine? Of(Observation observation, Suite suite) => observation switch
    {
        EventReceived received => ArrivalLines.Of(received),
        NotificationPublished note when suite.SignalTopicOf(note.Topic) is { } topic => ArrivalLines.Of(note, topic),
        LinesWritten written => ArrivalLines.Of(written),
        ScheduleTicked ticked => new(ticked.At, StoryOrder.Arrival, LineKind.World, $"The schedule {ticked.Rule} ticks."),
        _ when Troubles.InWords(observation) is { } trouble => new(observation.At, StoryOrder.Trouble, LineKind.Trouble, trouble),
        _ => null,
    };

    /// <summary>Null for what the messages themselves tell: a page that every channel took.</summary>
    private static StoryLine? Of(IncidentEvent happened, Outcome outcome) => happened switch
    {
        PageSent page => page.Deliveries.All(delivery => delivery.Delivered)
            ? null
            : new(PageReports.RecordedAt(page, outcome.Observations), StoryOrder.Report, LineKind.Trouble, $"The timeline says: {TimelineText.Of(page)}"),
        PagerDutyUpdated updated when updated.Deliveries.All(delivery => delivery.Delivered) => null,
        PeopleInformed informed when informed.Deliveries.All(delivery => delivery.Delivered) => null,
        StatusPageUpdated { Delivery.Delivered: true } or TicketUpdated { Delivery.Delivered: true } => null,
        UpdateSent sent when sent.Deliveries.All(delivery => delivery.Delivered) => null,
        IncidentClosed closed => new(closed.At, StoryOrder.End, LineKind.Timeline, TimelineText.Of(closed)),
        _ => new(happened.At, StoryOrder.Decision, LineKind.Timeline, TimelineText.Of(happened)),
    };
}
