using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>
/// The document over which the policy's routes match the log lines of one pattern:
/// <code>
/// {
///   "source": "application-logs",
///   "account": "123456789012",                   12 digits, or "unknown"
///   "region": "eu-west-1",                       or "unknown"
///   "log": {
///     "group": "/ecs/connector-partner-central",
///     "service": "connector-partner-central",    the last part of the group's path
///     "kind": "error",                           or "authentication-failure"
///     "count": 12,                               lines in one delivery, which holds some seconds of one stream
///     "pattern": "Ingestion run … failed: HTTP …"
///   }
/// }
/// </code>
/// The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class LogFactsDocument
{
    public static JsonElement Of(LogFacts facts) => FactsDocument.Of(LogClassifier.Source, facts.Account, facts.Region, "log", json =>
    {
        json.WriteKnown("group", facts.Group);
        json.WriteKnown("service", facts.Service);
        json.WriteKnown("kind", facts.Kind.Name());
        json.WriteKnown("count", facts.Count);
        json.WriteKnown("pattern", facts.Pattern);
    });
}
