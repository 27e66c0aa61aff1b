using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.Drills;
using IncidentServerless.Functions.Intake;

namespace IncidentServerless.Functions.ClassifyAlarm;

/// <summary>CloudWatch alarms, from EventBridge and from the alarm topic; and drills, which take the way of alarms.</summary>
public sealed class ClassifyAlarmFunction(BatchIntake intake)
{
    [LambdaFunction]
    public Task<SQSBatchResponse> ClassifyAlarm(SQSEvent batch, ILambdaContext context) => intake.TakeInAsync(batch, Classify, context);

    private static Classification Classify(string body, string messageId, IncidentPolicy policy, DateTimeOffset receivedAt) => DrillClassifier.Recognises(body)
        ? DrillClassifier.Classify(body, policy, receivedAt)
        : AlarmClassifier.Classify(body, messageId, policy, receivedAt);
}
