namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>A result is larger than 262,144 bytes of UTF-8.</summary>
/// <param name="subject">The state, or what the task called.</param>
internal sealed class DataLimitExceededError(string subject) : StatesError(
    "States.DataLimitExceeded",
    $"The state/task '{subject}' returned a result with a size exceeding the maximum number of bytes service limit.")
{
    public const int LargestResult = 262_144;
}
