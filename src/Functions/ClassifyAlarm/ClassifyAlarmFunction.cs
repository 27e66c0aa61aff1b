using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Functions.Intake;

namespace IncidentServerless.Functions.ClassifyAlarm;

/// <summary>CloudWatch alarms, from EventBridge and from the alarm topic.</summary>
public sealed class ClassifyAlarmFunction(BatchIntake intake)
{
    [LambdaFunction]
    public Task<SQSBatchResponse> ClassifyAlarm(SQSEvent batch, ILambdaContext context) => intake.TakeInAsync(batch, AlarmClassifier.Classify, context);
}
