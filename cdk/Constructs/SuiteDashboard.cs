using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>One screen that says whether the suite itself is well.</summary>
internal sealed class SuiteDashboard : Construct
{
    private const double Half = 12;

    public SuiteDashboard(
        Construct scope,
        string id,
        IReadOnlyList<SuiteFunction> functions,
        IReadOnlyDictionary<string, StateMachine> workflows,
        IReadOnlyList<SignalQueue> signals,
        IReadOnlyList<IAlarm> alarms)
        : base(scope, id)
    {
        var options = new MetricOptions { Period = Duration.Minutes(5), Statistic = "Sum" };
        _ = new Dashboard(this, "Dashboard", new DashboardProps
        {
            DashboardName = IncidentStack.Name,
            Widgets =
            [
                [new AlarmStatusWidget(new AlarmStatusWidgetProps { Title = "Is the suite well?", Width = 2 * Half, Height = 3, Alarms = [.. alarms] })],
                [
                    Graph("Incidents", Own("Opened", "Sum"), Own("Resolved", "Sum"), Own("FalseAlarms", "Sum"), Own("ResponseTimeMissed", "Sum")),
                    Graph("Seconds to page, take and resolve (mean)", Own("TimeToPage", "Average"), Own("TimeToAcknowledge", "Average"), Own("TimeToResolve", "Average")),
                ],
                [
                    Graph("Drills, and those that somebody took", Own("Drills", "Sum"), Own("DrillsTaken", "Sum")),
                    Graph("Requests without a genuine signature", Own("RefusedRequests", "Sum")),
                ],
                [
                    Graph("Signals received", [.. signals.Select(source => source.Queue.MetricNumberOfMessagesReceived(Named(options, source.Name)))]),
                    Graph("Workflows started", [.. workflows.Select(workflow => workflow.Value.MetricStarted(Named(options, workflow.Key)))]),
                ],
                [
                    Graph("Function errors", [.. functions.Select(function => function.Function.MetricErrors(Named(options, function.Name)))]),
                    Graph("Function duration, 99th percentile", [.. functions.Select(function => function.Function.MetricDuration(new MetricOptions { Period = options.Period, Statistic = "p99", Label = function.Name }))]),
                ],
            ],
        });
    }

    // Over all types and severities.
    private static Metric Own(string name, string statistic) => new(new MetricProps { Namespace = IncidentStack.Name, MetricName = name, Statistic = statistic, Period = Duration.Hours(1) });

    private static MetricOptions Named(MetricOptions options, string label) => new() { Period = options.Period, Statistic = options.Statistic, Label = label };

    private static GraphWidget Graph(string title, params IMetric[] metrics) => new(new GraphWidgetProps { Title = title, Width = Half, Left = metrics });
}
