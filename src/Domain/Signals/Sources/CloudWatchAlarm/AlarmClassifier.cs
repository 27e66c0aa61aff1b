using System.Collections.Immutable;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>CloudWatch alarms (runbook 2), through EventBridge, SNS or a Lambda alarm action.</summary>
public static class AlarmClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "cloudwatch-alarm";

    private const int LongestTenant = 120;
    private const int MostTenants = 20;

    /// <summary>Never throws: what cannot be read is Unparsed, with a sentence that says what was missing.</summary>
    /// <param name="body">What the queue's message holds, in any shape that an alarm can travel in.</param>
    /// <param name="messageId">Names the message where its content names nothing.</param>
    /// <param name="receivedAt">When it was taken in; stands in where the event names no time, or one more than five minutes after it.</param>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var carried = MessageBody.Unwrap(body);
        var eventId = EventIds.Of(carried);
        var left = carried.LeftBehind;
        return AlarmParser.Read(carried) switch
        {
            AlarmReading.Alarm { Facts: var facts } => Judge(left.Length == 0 ? facts : facts with { Reason = facts.Reason + left }, eventId, policy, receivedAt),
            AlarmReading.NoAlarm { What: var what, Why: var why } => new Classification.Ignored(Source, eventId, SignalText.Title(what), why + left),
            AlarmReading.Unreadable { Name: var name, Why: var why } =>
                new Classification.Unparsed(Source, eventId, SignalText.Title(name, $"Message {messageId}"), why + left),
            var other => throw new InvalidOperationException($"No rule for {other.GetType().Name}."),
        };
    }

    private static Classification Judge(AlarmFacts facts, string eventId, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var title = AlarmTitle.Of(facts);
        if (NothingToActOn(facts) is { } reason)
        {
            return new Classification.Ignored(Source, eventId, title, reason);
        }

        // A hold keeps people from being paged; nobody is paged by a recovery, and an incident that is open already should see it.
        if (facts.State == AlarmState.Alarm && AlarmHolds.Reason(facts) is { } hold)
        {
            return new Classification.Suppressed(Source, eventId, title, hold);
        }

        return Silencing.Judge(Signal(facts, eventId, title, policy, receivedAt), AlarmFactsDocument.Of(facts), policy);
    }

    private static string? NothingToActOn(AlarmFacts facts) => facts switch
    {
        { Name: var name } when name.StartsWith(AlarmEventPattern.SuiteAlarmPrefix, StringComparison.Ordinal) =>
            $"It is one of the suite's own alarms ({AlarmEventPattern.SuiteAlarmPrefix}…), which page by themselves.",
        { Name: var name } when name.StartsWith(AlarmEventPattern.TargetTrackingPrefix, StringComparison.Ordinal) =>
            $"Application Auto Scaling keeps this alarm ({AlarmEventPattern.TargetTrackingPrefix}…) to scale by; that it fires is no trouble.",
        { State: AlarmState.InsufficientData } => "INSUFFICIENT_DATA says neither that something is wrong nor that it is well.",
        _ => null,
    };

    private static Signal Signal(AlarmFacts facts, string eventId, string title, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        var route = RouteChoice.Of(policy, AlarmFactsDocument.Of(facts));
        return new Signal
        {
            Source = Source,
            EventId = eventId,
            Status = facts.State == AlarmState.Alarm ? SignalStatus.Firing : SignalStatus.Recovered,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, facts.Account, facts.Region, facts.Name, facts.Contributor?.Id).ToString(),
            Title = title,
            Reason = SignalText.Paragraphs(facts.Reason),
            Description = SignalText.Paragraphs(facts.Description),
            OccurredAt = SignalTime.Of(facts.OccurredAt, receivedAt),
            Account = facts.Account,
            Region = facts.Region,
            Resources = Resources(facts),
            Tenants = Tenants(facts),
        };
    }

    /// <summary>The alarm itself first, then what it measures.</summary>
    private static ImmutableArray<string> Resources(AlarmFacts facts)
    {
        var measured = facts.AllDimensions.Where(dimension => !NamesTenant(dimension.Key)).Select(dimension => $"{dimension.Key}={dimension.Value}");
        return SignalText.Resources(new[] { facts.Arn }.Concat(measured));
    }

    private static ImmutableArray<string> Tenants(AlarmFacts facts) =>
        SignalText.Lines(facts.AllDimensions.Concat(facts.Tags).Where(pair => NamesTenant(pair.Key)).Select(pair => pair.Value).Order(StringComparer.Ordinal), LongestTenant, MostTenants);

    /// <summary><c>tenant</c>, <c>TenantId</c>, <c>tenant-id</c>, <c>TENANT_ID</c>.</summary>
    private static bool NamesTenant(string name) => name.Replace("-", "").Replace("_", "").ToLowerInvariant() is "tenant" or "tenantid";
}
