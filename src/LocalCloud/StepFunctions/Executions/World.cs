using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.StepFunctions.Tasks;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>What executions have around them.</summary>
internal sealed record World(string Account, string Region, ICloudClock Clock, JsonataEngine Jsonata, ITaskIntegrations Integrations, TaskTokens Tokens)
{
    /// <summary>Step Functions' own API, for workflows that call it.</summary>
    public required OwnIntegrations Own { get; init; }
}
