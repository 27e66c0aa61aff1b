namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>No rule of a Choice matched, and it has no Default.</summary>
internal sealed class NoChoiceMatchedError(string state, long entered) : StatesError(
    "States.NoChoiceMatched",
    $"An error occurred while executing the state '{state}' (entered at the event id #{entered}). Failed to transition out of the state. The state does not point to a next state.");
