using System.Globalization;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.SNS;
using Constructs;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Signals.Sources.Drills;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>CloudWatch alarms: from the bus, or by a topic that alarms name as their action. Drills take the same way: a way of their own would test nothing.</summary>
internal sealed class AlarmSignals : SignalQueue
{
    /// <param name="weekly">Null where drills come on request only.</param>
    public AlarmSignals(Construct scope, string id, SuiteFunction classifier, WeeklyDrill? weekly)
        : base(scope, id, "alarms", classifier)
    {
        TakeFromBus(AlarmEventPattern.Json, "CloudWatch alarms that change state, but for the suite's own and those of target tracking");
        TakeFromBus(DrillEventPattern.Json, "Test pages that people ask for", "DrillRule");
        if (weekly is not null)
        {
            TakeFromSchedule("WeeklyDrill", "The weekly test page", Schedule.Cron(new CronOptions
            {
                WeekDay = weekly.Every.ToString()[..3].ToUpperInvariant(),
                Hour = weekly.At.Hour.ToString(CultureInfo.InvariantCulture),
                Minute = weekly.At.Minute.ToString(CultureInfo.InvariantCulture),
            }));
        }

        Topic = TakeFromTopic("Alarms for incident response", TopicPublisher.Alarms());
    }

    public Topic Topic { get; }
}
