namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>The emulated services of a world, by signing name.</summary>
internal sealed class ServiceDirectory
{
    private readonly Dictionary<string, IAwsService> services = [];

    public void Add(IAwsService service) => services[service.Name] = service;

    public IAwsService? Find(string name) => services.GetValueOrDefault(name);

    /// <exception cref="AwsError">The service is not emulated.</exception>
    public IAwsService this[string name] => Find(name)
        ?? throw new AwsError("UnknownOperationException", $"The local cloud does not emulate the service '{name}'; it has {string.Join(", ", services.Keys.Order(StringComparer.Ordinal))}.", 404);
}
