using System.Net;
using System.Net.Sockets;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Links;
using IncidentServerless.Workflows;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentServerless.Functions.Tests;

public sealed class LinkSignerTests
{
    private static readonly LinkClaims Claims = new("INC-20260101-ABCDEFGH", LinkScope.Broadcast, "sns", "the page topic", 1_800_000_000);

    [Fact]
    public async Task Sign_NobodyListens_GoesWithoutTheLink() => Assert.Null(await SignAsync(FreePort()));

    [Fact]
    public async Task Sign_TheServiceHangs_GoesWithoutTheLinkInsteadOfWaitingForEver()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        Assert.Null(await SignAsync(((IPEndPoint)silent.LocalEndpoint).Port));
    }

    private static async Task<string?> SignAsync(int port)
    {
        var config = new AmazonKeyManagementServiceConfig { ServiceURL = $"http://127.0.0.1:{port}", AuthenticationRegion = "eu-west-1" }.Patient();
        config.MaxErrorRetry = 0;
        using var kms = new AmazonKeyManagementServiceClient(new BasicAWSCredentials("key", "secret"), config);
        var settings = Settings.Read(FunctionNames.Respond, new Dictionary<string, string>
        {
            [EnvironmentVariables.IncidentTable] = "incidents",
            [EnvironmentVariables.TimeoutSeconds] = "20",
            [EnvironmentVariables.LinkKeyArn] = "arn:aws:kms:eu-west-1:111122223333:key/1",
        });
        return await new LinkSigner(kms, settings, NullLogger<LinkSigner>.Instance).SignAsync(Claims, CancellationToken.None);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
