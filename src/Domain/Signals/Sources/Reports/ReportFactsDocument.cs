using System.Text.Json;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Domain.Signals.Sources.Reports;

/// <summary>
/// The document over which the policy's routes match a customer's report:
/// <code>
/// {
///   "source": "customer-report",
///   "account": "123456789012",            the suite's own, or "unknown"
///   "region": "eu-west-1",                the same
///   "report": {
///     "channel": "zendesk",               or webhook, jira, slack
///     "priority": "urgent",               or low, normal, high
///     "words": ["cannot", "log", "in", "cannot-log", …],   of the title and the tags, in lower case, alone and each two or three neighbours joined by hyphens
///     "tags": ["login", "vip"],
///     "tenant": "acme"
///   }
/// }
/// </code>
/// What a report does not say is absent. The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class ReportFactsDocument
{
    private const int MostWords = 300;

    public static JsonElement Of(ReportFacts facts, string account, string region) => FactsDocument.Of(ReportClassifier.Source, account, region, "report", json =>
    {
        json.WriteKnown("channel", facts.Channel);
        json.WriteKnown("priority", facts.Priority);
        json.WriteList("words", AlarmWords.Of(ReportText.Line(facts)).Concat(facts.Tags.SelectMany(tag => AlarmWords.Of(tag))).Take(MostWords));
        json.WriteList("tags", facts.Tags);
        json.WriteKnown("tenant", facts.Tenant);
    });
}
