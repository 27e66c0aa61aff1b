using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Fails with its Error and Cause, both optional.</summary>
internal sealed class FailState(StateHeader header, PayloadTemplate? error, PayloadTemplate? cause) : State(header)
{
    public static readonly string[] Fields = ["Error", "Cause"];

    public static FailState Read(StateHeader header, DefinitionNode node) => new(header, node.Template("Error"), node.Template("Cause"));

    public override async Task<StateExit> RunAsync(Visit visit) =>
        throw new StatesError(await TextAsync(visit, error, "Error"), await TextAsync(visit, cause, "Cause")) { EventId = visit.Entered };

    private static async ValueTask<string?> TextAsync(Visit visit, PayloadTemplate? template, string field) => template is null
        ? null
        : (await visit.EvaluateAsync(template, field, "string", value => value.ValueKind == JsonValueKind.String)).GetString();
}
