using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Domain.Signals.Sources.GuardDuty;
using IncidentServerless.Functions.Intake;

namespace IncidentServerless.Functions.ClassifyFinding;

/// <summary>Findings of GuardDuty, from EventBridge.</summary>
public sealed class ClassifyFindingFunction(BatchIntake intake)
{
    [LambdaFunction]
    public Task<SQSBatchResponse> ClassifyFinding(SQSEvent batch, ILambdaContext context) => intake.TakeInAsync(batch, FindingClassifier.Classify, context);
}
