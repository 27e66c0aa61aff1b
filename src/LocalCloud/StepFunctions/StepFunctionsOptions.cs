using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions;

/// <summary>What Step Functions needs of the cloud around it.</summary>
public sealed record StepFunctionsOptions
{
    /// <summary>Twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>For example <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The only time there is.</summary>
    public required ICloudClock Clock { get; init; }

    /// <summary>Every call of a Task but those to Step Functions itself.</summary>
    public required ITaskIntegrations Integrations { get; init; }

    /// <summary>Evaluates the expressions; shared by all clouds of the process.</summary>
    public required JsonataEngine Jsonata { get; init; }

    /// <summary>Asked before a workflow's own call to Step Functions (<c>states:startExecution</c>, <c>aws-sdk:sfn:*</c>) is made; throws <see cref="AwsError"/> to deny it. Default: all are allowed.</summary>
    public Action<ServiceCall> Authorize { get; init; } = _ => { };
}
