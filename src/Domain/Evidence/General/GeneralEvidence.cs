namespace IncidentServerless.Domain.Evidence.General;

/// <summary>What may have changed before any incident. A member that is null was not gathered.</summary>
public sealed record GeneralEvidence
{
    /// <summary>Alarms that changed state (CloudWatch).</summary>
    public Gathered<AlarmTurn>? Alarms { get; init; }

    /// <summary>Stacks by their last change (CloudFormation).</summary>
    public Gathered<StackChange>? Stacks { get; init; }

    /// <summary>Functions that got new code, settings, versions or aliases (CloudTrail).</summary>
    public Gathered<FunctionChange>? Functions { get; init; }

    /// <summary>Deployments of services (ECS).</summary>
    public Gathered<ServiceDeployment>? Deployments { get; init; }
}

/// <param name="At">ISO 8601.</param>
/// <param name="What">CloudWatch's own summary: <c>Alarm updated from OK to ALARM</c>.</param>
public sealed record AlarmTurn(string? Alarm, string? At, string? What);

/// <param name="At">ISO 8601: when it was last created or updated.</param>
/// <param name="Status">For example <c>UPDATE_COMPLETE</c>.</param>
public sealed record StackChange(string? Stack, string? At, string? Status);

/// <param name="Function">Its name or ARN.</param>
/// <param name="At">ISO 8601.</param>
/// <param name="What">The call that changed it, as CloudTrail names it: <c>UpdateFunctionCode20150331v2</c>.</param>
public sealed record FunctionChange(string? Function, string? At, string? What);

/// <param name="At">ISO 8601: when the deployment began.</param>
/// <param name="State"><c>IN_PROGRESS</c>, <c>COMPLETED</c> or <c>FAILED</c>.</param>
public sealed record ServiceDeployment(string? Cluster, string? Service, string? At, string? State);
