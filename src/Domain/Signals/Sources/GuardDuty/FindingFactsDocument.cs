using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>
/// The document over which the policy's routes match a finding of GuardDuty:
/// <code>
/// {
///   "source": "guardduty",
///   "account": "123456789012",                   12 digits, or "unknown"
///   "region": "eu-west-1",                       or "unknown"
///   "finding": {
///     "type": "UnauthorizedAccess:EC2/TorClient",
///     "purpose": "UnauthorizedAccess",           what stands before the colon of the type
///     "severity": 8,                             0 to 10
///     "resource": "Instance"                     or AccessKey, S3Bucket, EKSCluster, RDSDBInstance, Container, AttackSequence, …
///   }
/// }
/// </code>
/// What an event does not say is absent. The policy's schema tells the same under <c>when</c>.
/// </summary>
public static class FindingFactsDocument
{
    public static JsonElement Of(FindingFacts facts) => FactsDocument.Of(FindingClassifier.Source, facts.Account, facts.Region, "finding", json =>
    {
        json.WriteKnown("type", facts.Type);
        json.WriteKnown("purpose", facts.Type.Split(':')[0]);
        json.WriteKnown("severity", facts.Severity);
        json.WriteKnown("resource", facts.ResourceType);
    });
}
