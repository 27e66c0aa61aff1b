using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Reports;

/// <summary>Customers' reports (runbook 2: support tickets, Slack channels). A ticket that is solved recovers; a later message about the same report attaches.</summary>
public static class ReportClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "customer-report";

    private const int LongestTenant = 120;

    /// <summary>What Slack wants to hear back when the address is given to it; null for anything else.</summary>
    public static string? Challenge(string body) => JsonBody.Parse(body) is { } content && content.Text("type") == "url_verification" ? content.Text("challenge") : null;

    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="body">The request's body, whose signature was verified.</param>
    /// <param name="account">The suite's own; a report names none.</param>
    /// <param name="region">The suite's own.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the report names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, string account, string region, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var carried = MessageBody.Unwrap(body);
        var eventId = EventIds.Of(carried);
        if (carried.Content is not { } content || !ReportParser.Recognises(content))
        {
            return new Classification.Unparsed(Source, eventId, "Customer report", "It is no report: it has neither a report, a ticket or an issue, nor is it an event of Zendesk or of Slack.");
        }

        if (ReportParser.Read(content, policy.Reports) is not { } facts)
        {
            return new Classification.Unparsed(Source, eventId, "Customer report", "The report has no id that could be read, so that nothing would tell it from others.");
        }

        eventId = facts.EventId ?? eventId;
        var title = ReportText.Title(facts);
        if (facts.NoReport is { } why)
        {
            return new Classification.Ignored(Source, eventId, title, why);
        }

        var known = ReportFactsDocument.Of(facts, account, region);
        var route = RouteChoice.Of(policy, known);
        var signal = new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = facts.IsOver ? SignalStatus.Recovered : SignalStatus.Firing,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, account, region, facts.Channel, facts.Id).ToString(),
            Title = title,
            Reason = SignalText.Paragraphs(ReportText.Reason(facts)),
            OccurredAt = SignalTime.Of(facts.At, receivedAt),
            Account = account,
            Region = region,
            Resources = SignalText.Resources([$"report={facts.Channel}/{facts.Id}", facts.Url]),
            Tenants = SignalText.Lines([facts.Tenant], LongestTenant, 1),
        };
        return Silencing.Judge(signal, known, policy);
    }
}
