using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>One emulated service. The endpoint (HTTP) and workflows (<c>aws-sdk:…</c>) call it the same way.</summary>
public interface IAwsService
{
    /// <summary>The name that requests are signed for: <c>sqs</c>, <c>sns</c>, <c>states</c>, <c>events</c>, <c>kms</c>, <c>ssm</c>, <c>dynamodb</c>, <c>lambda</c>.</summary>
    string Name { get; }

    /// <summary>Answers in the shape of the service's API.</summary>
    /// <exception cref="AwsError">The call is refused as the real service would refuse it.</exception>
    Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation);
}
