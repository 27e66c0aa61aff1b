using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace IncidentServerless.StandIns.ServiceClients;

/// <summary>Where a regional service is: at the configured URL, else at <c>https://{prefix}.{region}.{partition's domain}</c>.</summary>
internal sealed class RegionalEndpoints(string prefix) : IEndpointProvider
{
    private const string Region = "Region";
    private const string Url = "Endpoint";

    /// <exception cref="AmazonClientException">FIPS or dual-stack endpoints are asked for; their rules are in the official package only.</exception>
    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate)
    {
        if (config.UseFIPSEndpoint || config.UseDualstackEndpoint)
        {
            throw new AmazonClientException(
                "This build cannot choose FIPS or dual-stack endpoints. Build with -p:OfficialAwsPackages=all, or set AWS_ENDPOINT_URL to the endpoint.");
        }

        return new EndpointParameters
        {
            [Url] = config.ServiceURL,
            [Region] = (alternate ?? config.RegionEndpoint)?.SystemName,
        };
    }

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[Url] is string { Length: > 0 } url)
        {
            return new Endpoint(url);
        }

        var region = parameters[Region] as string
            ?? throw new AmazonClientException("Neither a region nor an endpoint is configured. Set AWS_REGION or AWS_ENDPOINT_URL.");
        return new Endpoint($"https://{prefix}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");
    }
}
