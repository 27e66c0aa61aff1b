using System.Text.Json.Nodes;
using IncidentServerless.ApiModels;
using IncidentServerless.LocalCloud.StepFunctions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

/// <summary>The calls that an execution made, with the arguments that its expressions came to, what was answered, and what failed, against AWS's models of the APIs.</summary>
internal static class MadeCalls
{
    public static IEnumerable<string> Misfits(ExecutionRecord execution) =>
        execution.History.SelectMany(Misfits).Select(misfit => $"{execution.MachineName}: {misfit}").Distinct();

    private static IEnumerable<string> Misfits(HistoryEvent happened) => happened.Type switch
    {
        "TaskScheduled" => ApiCheck.Arguments(Resource(happened), Detail(happened, "parameters")),
        "TaskSucceeded" => ApiCheck.Result(Resource(happened), Detail(happened, "output")),
        "TaskFailed" when happened.Details!["error"] is { } error => ApiCheck.ErrorName(Resource(happened), error.GetValue<string>()),
        _ => [],
    };

    private static string Resource(HistoryEvent task) => $"arn:aws:states:::{task.Details!["resourceType"]}:{task.Details["resource"]}";

    private static JsonNode? Detail(HistoryEvent task, string name) => JsonNode.Parse(task.Details![name]!.GetValue<string>());
}
