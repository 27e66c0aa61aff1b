using System.Security.Cryptography;
using System.Text;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>One entry of Retry. The wait before try <c>n</c> (from 0) is IntervalSeconds × BackoffRate^n, at most MaxDelaySeconds.</summary>
/// <param name="MaxAttempts">Tries after the first; default 3, 0 for none.</param>
/// <param name="FullJitter">Whether the wait is anything from nothing to the computed one; the same for the same execution and event, so that a run can be repeated.</param>
internal sealed record Retrier(IReadOnlyList<string> ErrorEquals, double IntervalSeconds, double BackoffRate, int MaxAttempts, double? MaxDelaySeconds, bool FullJitter)
{
    private static readonly string[] Fields =
        ["ErrorEquals", "IntervalSeconds", "BackoffRate", "MaxAttempts", "MaxDelaySeconds", "JitterStrategy", "Comment"];

    public static Retrier Read(DefinitionNode node)
    {
        StateReader.RefuseUnknown(node, Fields);
        var jitter = node.Text("JitterStrategy");
        if (jitter is not (null or "FULL" or "NONE"))
        {
            node.Fault("The field 'JitterStrategy' should have one of these values: [FULL, NONE]", "JitterStrategy");
        }

        return new Retrier(
            ErrorNames.Read(node),
            node.Number("IntervalSeconds", least: 1) ?? 1,
            node.Number("BackoffRate", least: 1) ?? 2,
            (int)(node.Number("MaxAttempts", least: 0) ?? 3),
            node.Number("MaxDelaySeconds", least: 1),
            jitter == "FULL");
    }

    public bool Matches(StatesError failure) => ErrorEquals.Any(failure.Is);

    public TimeSpan Delay(int tried, Execution execution, StatesError failure)
    {
        var seconds = Math.Min(IntervalSeconds * Math.Pow(BackoffRate, tried), MaxDelaySeconds ?? double.MaxValue);
        return TimeSpan.FromSeconds(FullJitter ? seconds * Fraction($"{execution.Arn}#{failure.EventId}") : seconds);
    }

    private static double Fraction(string seed) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) / (double)uint.MaxValue;
}
