using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Passes its input, or its Output, on.</summary>
internal sealed class PassState(StateHeader header) : State(header)
{
    public static readonly string[] Fields = ["Next", "End", "Output", "Assign"];

    public static PassState Read(StateHeader header, DefinitionNode _) => new(header);

    public override async Task<StateExit> RunAsync(Visit visit) => await visit.LeaveAsync(Next, Output, Assign, visit.Input, visit.Bindings());
}
