using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>Judges events of which nobody says what queue they came from.</summary>
public static class AnySource
{
    /// <summary>By the source whose shape it has; by the alarms' where it has none that is known.</summary>
    /// <inheritdoc cref="AlarmClassifier.Classify"/>
    public static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt) => CostClassifier.Recognises(body)
        ? CostClassifier.Classify(body, messageId, policy, receivedAt)
        : AlarmClassifier.Classify(body, messageId, policy, receivedAt);
}
