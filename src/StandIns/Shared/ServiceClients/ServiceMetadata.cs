using Amazon.Runtime.Internal;

namespace IncidentServerless.StandIns.ServiceClients;

/// <summary>The service's name; no operation is called otherwise than its request.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
