namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>An expression, or a value that it gave, is not what the field needs. The state that asked makes a <see cref="QueryEvaluationError"/> of it.</summary>
/// <param name="location">The field, for example <c>Output/result</c>; null when no field is at fault.</param>
internal sealed class EvaluationException(string message, string? location) : Exception(message)
{
    public string? Location { get; } = location;
}
