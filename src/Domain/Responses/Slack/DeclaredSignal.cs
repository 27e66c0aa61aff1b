using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.Reports;

namespace IncidentServerless.Domain.Responses.Slack;

/// <summary>The signal of somebody who declares an incident in Slack. Its type is that of a customer's report with these words; it is never silenced nor folded into another, because a person asks for people.</summary>
public static class DeclaredSignal
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "slack";

    /// <param name="once">Slack's name for this one command: the same again declares nothing new.</param>
    public static Signal Of(SlackCommand.Declare declared, SlackMember by, string once, string account, string region, IncidentPolicy policy, DateTimeOffset now)
    {
        var route = RouteChoice.Of(policy, ReportFactsDocument.Of(new ReportFacts { Channel = "slack", Id = once, Title = declared.Title }, account, region));
        return new Signal
        {
            Source = Source,
            EventId = once,
            Status = SignalStatus.Firing,
            Type = route.Type,
            Severity = declared.Severity ?? route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, account, region, "declared", once).ToString(),
            Title = PlainText.Line(declared.Title, Limits.Title),
            Reason = $"{by.Called} declared it in Slack.",
            OccurredAt = now,
            Account = account,
            Region = region,
            Resources = [],
            Tenants = [],
            IsDeclared = true,
        };
    }
}
