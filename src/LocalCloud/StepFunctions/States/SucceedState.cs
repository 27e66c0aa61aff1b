using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Ends the line with its input, or its Output.</summary>
internal sealed class SucceedState(StateHeader header) : State(header)
{
    public static readonly string[] Fields = ["Output"];

    public static SucceedState Read(StateHeader header, DefinitionNode _) => new(header);

    public override async Task<StateExit> RunAsync(Visit visit) => await visit.LeaveAsync(null, Output, null, visit.Input, visit.Bindings());
}
