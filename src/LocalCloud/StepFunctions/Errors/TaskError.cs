namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>A task answered with an error of its own. <c>States.TaskFailed</c> means any of these.</summary>
internal sealed class TaskError(string? error, string? cause) : StatesError(error, cause)
{
    /// <summary>The error of that name; <c>States.Runtime</c> cannot be handled, whoever gives it.</summary>
    public static StatesError Of(string? error, string? cause) => error == "States.Runtime" ? new RuntimeError(cause) : new TaskError(error, cause);

    public override bool Is(string name) => name == "States.TaskFailed" || base.Is(name);
}
