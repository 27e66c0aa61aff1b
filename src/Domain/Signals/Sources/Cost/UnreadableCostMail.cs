using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Cost;

/// <summary>
/// What came to the cost topic and is nothing that anybody knows. AWS changes the wording of its mails, and a cost that nobody hears of goes on:
/// so people are shown the text itself.
/// </summary>
internal static class UnreadableCostMail
{
    private const int LongestHeadline = 120;
    private const int LongestJson = 2_000;

    public static Signal Signal(CarriedEvent carried, string eventId, DateTimeOffset receivedAt)
    {
        var account = AwsPlace.Account(carried.Content?.Text("account"), carried.Sns?.TopicArn);
        var region = AwsPlace.Region(carried.Content?.Text("region"), carried.Sns?.TopicArn);
        var headline = Headline(carried);

        // JSON's own lines would only make it longer.
        var text = carried.Content is null ? carried.Text : PlainText.Line(carried.Text, LongestJson);
        return new Signal
        {
            Source = CostClassifier.Source,
            EventId = eventId,
            Status = SignalStatus.Firing,
            Type = IncidentType.CostSpike,
            Severity = SeverityLevel.Sev3,
            Route = ReservedRouteNames.UnreadableCostMail,

            // The headline, so that a mail that comes again meets itself, and another one gets its text shown too.
            DedupKey = new DedupKey(CostClassifier.Source, account, region, headline).ToString(),
            Title = SignalText.Title($"Unreadable cost mail: {headline}"),
            Reason = SignalText.Paragraphs($"{carried.LeftBehind}\n{text}"),
            OccurredAt = SignalTime.Of(EventTime.First(carried.Content?.Text("time"), carried.Sns?.Timestamp), receivedAt),
            Account = account,
            Region = region,
        };
    }

    /// <summary>The subject, what an event is called, or the first line with anything to see on it; of other JSON, whose first line says nothing, its beginning.</summary>
    private static string Headline(CarriedEvent carried)
    {
        var named = carried.Content?.Text("detail-type") is { } type ? $"{type} {carried.Content?.Text("id")}" : null;
        var text = carried.Content is null ? PlainText.Paragraphs(carried.Text, LongestJson).Split('\n')[0] : carried.Text;
        foreach (var candidate in new[] { carried.Sns?.Subject, named, text })
        {
            if (PlainText.Line(candidate, LongestHeadline) is { Length: > 0 } line)
            {
                return $"\"{line}\"";
            }
        }

        return "it has no text";
    }
}
