using Amazon.CDK.AWS.SNS;
using Constructs;
using IncidentServerless.Domain.Signals.Sources.CostAnomaly;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>What speaks of cost: anomalies from the bus; budgets, which the bus never carries, anomalies and billing alarms by a topic.</summary>
internal sealed class CostSignals : SignalQueue
{
    public CostSignals(Construct scope, string id, SuiteFunction classifier)
        : base(scope, id, "cost alerts", classifier)
    {
        TakeFromBus(AnomalyEventPattern.Json, "Anomalies that Cost Anomaly Detection finds");
        Topic = TakeFromTopic("Cost alerts for incident response", TopicPublisher.Alarms(), TopicPublisher.Budgets, TopicPublisher.CostAnomalies);
    }

    public Topic Topic { get; }
}
