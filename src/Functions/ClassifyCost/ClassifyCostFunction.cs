using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Domain.Signals.Sources.Cost;
using IncidentServerless.Functions.Intake;

namespace IncidentServerless.Functions.ClassifyCost;

/// <summary>What speaks of cost: anomalies from EventBridge; budgets, anomalies and billing alarms from the cost topic.</summary>
public sealed class ClassifyCostFunction(BatchIntake intake)
{
    [LambdaFunction]
    public Task<SQSBatchResponse> ClassifyCost(SQSEvent batch, ILambdaContext context) => intake.TakeInAsync(batch, CostClassifier.Classify, context);
}
