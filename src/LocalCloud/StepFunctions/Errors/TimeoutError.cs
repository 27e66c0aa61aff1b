namespace IncidentServerless.LocalCloud.StepFunctions.Errors;

/// <summary>A task ran longer than TimeoutSeconds, or missed its heartbeat. The service names both <c>States.Timeout</c>, without a cause.</summary>
internal sealed class TimeoutError(bool missedHeartbeat) : StatesError("States.Timeout", null)
{
    public override bool Is(string name) => (missedHeartbeat && name == "States.HeartbeatTimeout") || base.Is(name);
}
