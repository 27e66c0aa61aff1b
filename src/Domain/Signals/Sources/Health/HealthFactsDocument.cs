using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.Health;

/// <summary>
/// The document over which the policy's routes match an event of AWS Health:
/// <code>
/// {
///   "source": "aws-health",
///   "account": "123456789012",                   12 digits, or "unknown"
///   "region": "eu-west-1",                       where it happens, "global" or "unknown"
///   "health": {
///     "service": "EC2",
///     "code": "AWS_EC2_OPERATIONAL_ISSUE",
///     "category": "issue",                       or investigation, accountNotification, scheduledChange
///     "scope": "ACCOUNT_SPECIFIC",               or PUBLIC
///     "status": "open",                          or closed, upcoming
///     "entities": 2                              how many resources it names
///   }
/// }
/// </code>
/// What an event does not say is absent. The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class HealthFactsDocument
{
    public static JsonElement Of(HealthFacts facts) => FactsDocument.Of(HealthClassifier.Source, facts.Account, facts.Region, "health", json =>
    {
        json.WriteKnown("service", facts.Service);
        json.WriteKnown("code", facts.TypeCode);
        json.WriteKnown("category", facts.Category);
        json.WriteKnown("scope", facts.Scope);
        json.WriteKnown("status", facts.Status);
        json.WriteKnown("entities", (decimal)facts.Entities.Length);
    });
}
