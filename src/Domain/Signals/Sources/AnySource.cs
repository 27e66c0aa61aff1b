using System.Text.Json;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.Cost;
using IncidentServerless.Domain.Signals.Sources.GuardDuty;
using IncidentServerless.Domain.Signals.Sources.Health;

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
        CostClassifier.Source => CostClassifier.Classify(body, messageId, policy, receivedAt),
        _ => AlarmClassifier.Classify(body, messageId, policy, receivedAt),
    };

    private static string Of(string body) => MessageBody.Unwrap(body).Content switch
    {
        { ValueKind: JsonValueKind.Object } content when FindingParser.Recognises(content) => FindingClassifier.Source,
        { ValueKind: JsonValueKind.Object } content when HealthParser.Recognises(content) => HealthClassifier.Source,
        _ when CostClassifier.Recognises(body) => CostClassifier.Source,
        _ => AlarmClassifier.Source,
    };
}
