namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>What fails a state: an error name that Retry and Catch match, and a cause.</summary>
internal class StatesError(string? error, string? cause) : Exception($"{error}: {cause}")
{
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;

    /// <summary>The history event that tells the failure: what comes of it points back there.</summary>
    public long EventId { get; set; }

    /// <summary>Whether <paramref name="name"/> in an ErrorEquals means this error.</summary>
    public virtual bool Is(string name) => name == Error || name == "States.ALL";
}
