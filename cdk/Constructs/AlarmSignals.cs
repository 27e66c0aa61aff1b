using Amazon.CDK.AWS.SNS;
using Constructs;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>CloudWatch alarms: from the bus, or by a topic that alarms name as their action.</summary>
internal sealed class AlarmSignals : SignalQueue
{
    public AlarmSignals(Construct scope, string id, SuiteFunction classifier)
        : base(scope, id, "alarms", classifier)
    {
        TakeFromBus(AlarmEventPattern.Json, "CloudWatch alarms that change state, but for the suite's own and those of target tracking");
        Topic = TakeFromTopic("Alarms for incident response", TopicPublisher.Alarms());
    }

    public Topic Topic { get; }
}
