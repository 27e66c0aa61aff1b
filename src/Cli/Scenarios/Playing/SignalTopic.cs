using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>A topic that takes signals from outside, told by the classifier that its queue feeds.</summary>
/// <param name="Name">As stories name it.</param>
/// <param name="InWords">As people are told of it: <c>the alarm topic</c>.</param>
/// <param name="Classifier">One of <see cref="FunctionNames"/>.</param>
public sealed record SignalTopic(string Name, string InWords, string Classifier)
{
    public static SignalTopic Alarms { get; } = new("alarms", "the alarm topic", FunctionNames.ClassifyAlarm);

    /// <summary>Where budgets, anomalies and billing alarms go.</summary>
    public static SignalTopic Costs { get; } = new("costs", "the cost topic", FunctionNames.ClassifyCost);

    public static IReadOnlyList<SignalTopic> All { get; } = [Alarms, Costs];
}
