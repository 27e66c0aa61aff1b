namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>More iterations of a Map failed than it tolerates.</summary>
internal sealed class ExceedToleratedFailureThresholdError() : StatesError(
    "States.ExceedToleratedFailureThreshold",
    "The specified tolerated failure threshold was exceeded");
