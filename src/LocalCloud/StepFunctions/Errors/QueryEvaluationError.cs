namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>A JSONata expression failed, or gave what its field cannot take.</summary>
internal sealed class QueryEvaluationError(string cause) : StatesError("States.QueryEvaluationError", cause);
