using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Errors;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>How a call, or the wait after it, ended.</summary>
internal abstract record TaskOutcome
{
    internal sealed record Succeeded(JsonElement Result) : TaskOutcome;

    internal sealed record Failed(StatesError Failure) : TaskOutcome;

    internal sealed record TimedOut(bool MissedHeartbeat) : TaskOutcome;
}
