using IncidentServerless.ApiModels.Models;

namespace IncidentServerless.ApiModels.Calls;

/// <summary>A call that a workflow or a story names, looked up in the models.</summary>
/// <param name="Service">Null when there is no such service.</param>
/// <param name="Operation">Null when the service has no such operation.</param>
internal sealed record FoundCall(string Name, ServiceApi? Service, OperationApi? Operation)
{
    /// <summary>Why there is no such call; to be asked only when there is none.</summary>
    public string Missing => Service is null ? $"{Name}: there is no such service." : $"{Name}: the service has no such operation.";
}
