using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Domain.Signals.Sources.Health;
using IncidentServerless.Functions.Intake;

namespace IncidentServerless.Functions.ClassifyHealth;

/// <summary>What AWS Health says of AWS itself, from EventBridge.</summary>
public sealed class ClassifyHealthFunction(BatchIntake intake)
{
    [LambdaFunction]
    public Task<SQSBatchResponse> ClassifyHealth(SQSEvent batch, ILambdaContext context) => intake.TakeInAsync(batch, HealthClassifier.Classify, context);
}
