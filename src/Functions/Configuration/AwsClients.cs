using Amazon.Runtime;

namespace IncidentServerless.Functions.Configuration;

/// <summary>How long functions wait for AWS. The SDK's own limit of 100 s is longer than any function has: a service that hangs must leave time to page without it.</summary>
internal static class AwsClients
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private const int Repetitions = 2;

    /// <summary>At most three tries of three seconds each.</summary>
    public static T Patient<T>(this T config)
        where T : ClientConfig
    {
        config.Timeout = Patience;
        config.MaxErrorRetry = Repetitions;
        return config;
    }

    /// <summary>Whether a call failed in the service or on the way to it, and not in our own code.</summary>
    public static bool IsUnavailable(Exception fault) =>
        fault is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or OperationCanceledException or IOException;
}
