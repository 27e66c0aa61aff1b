namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>A task answered with an error of its own. <c>States.TaskFailed</c> means any of these.</summary>
internal sealed class TaskError(string? error, string? cause) : StatesError(error, cause)
{
    public override bool Is(string name) => name == "States.TaskFailed" || base.Is(name);
}
