namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>Something that the workflow cannot handle: it is neither retried nor caught, not by <c>States.ALL</c> either.</summary>
internal sealed class RuntimeError(string? cause) : StatesError("States.Runtime", cause)
{
    public override bool Is(string name) => false;
}
