using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>What descriptions say about redriving, which this cloud does not offer.</summary>
internal static class Redrive
{
    public static string Status(Execution execution) => execution.Status is "RUNNING" or "SUCCEEDED" ? "NOT_REDRIVABLE" : "REDRIVABLE";

    public static string? Reason(Execution execution) =>
        execution.Status is "RUNNING" or "SUCCEEDED" ? $"Execution is {execution.Status} and cannot be redriven" : null;
}
