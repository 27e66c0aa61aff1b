using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals.Envelopes;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.Cost;
using IncidentServerless.Domain.Signals.Sources.Drills;
using IncidentServerless.Domain.Signals.Sources.GuardDuty;
using IncidentServerless.Domain.Signals.Sources.Health;
using IncidentServerless.Domain.Signals.Sources.Logs;
using IncidentServerless.Domain.Signals.Sources.Reports;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>Judges events of which nobody says what queue they came from.</summary>
public static class AnySource
{
    /// <summary>By the source whose shape it has; by the alarms' where it has none that is known.</summary>
    /// <inheritdoc cref="AlarmClassifier.Classify"/>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt) => Of(body) switch
    {
        FindingClassifier.Source => FindingClassifier.Classify(body, messageId, policy, receivedAt),
        HealthClassifier.Source => HealthClassifier.Classify(body, messageId, policy, receivedAt),
        ReportClassifier.Source => ReportClassifier.Classify(body, AwsPlace.Unknown, AwsPlace.Unknown, policy, receivedAt),
        LogClassifier.Source => Worst(LogClassifier.Classify(body, AwsPlace.Unknown, policy, receivedAt)),
        DrillClassifier.Source => DrillClassifier.Classify(body, policy, receivedAt),
        CostClassifier.Source => CostClassifier.Classify(body, messageId, policy, receivedAt),
        _ => AlarmClassifier.Classify(body, messageId, policy, receivedAt),
    };

    /// <summary>Log lines can be several signals; the worst of them speaks for the payload.</summary>
    private static Classification Worst(ImmutableArray<Classification> all) => all.MinBy(given => (given as Classification.Signalled)?.Signal.Severity ?? SeverityLevel.Sev4)!;

    private static string Of(string body) => MessageBody.Unwrap(body).Content switch
    {
        { ValueKind: JsonValueKind.Object } content when FindingParser.Recognises(content) => FindingClassifier.Source,
        { ValueKind: JsonValueKind.Object } content when HealthParser.Recognises(content) => HealthClassifier.Source,
        { ValueKind: JsonValueKind.Object } content when LogPayloadParser.Recognises(content) => LogClassifier.Source,
        { ValueKind: JsonValueKind.Object } content when ReportParser.Recognises(content) => ReportClassifier.Source,
        _ when DrillClassifier.Recognises(body) => DrillClassifier.Source,
        _ when CostClassifier.Recognises(body) => CostClassifier.Source,
        _ => AlarmClassifier.Source,
    };
}
