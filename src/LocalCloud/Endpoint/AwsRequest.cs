using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>An API call as it came over HTTP.</summary>
/// <param name="Service">The signing name.</param>
/// <param name="Operation">Pascal case.</param>
/// <param name="Input">The members.</param>
/// <param name="AccessKeyId">Who signed it; null for an unsigned one.</param>
/// <param name="Protocol">How its answer is written.</param>
/// <param name="Body">As it came.</param>
internal sealed record AwsRequest(string Service, string Operation, JsonObject Input, string? AccessKeyId, IWireProtocol Protocol, byte[] Body);

/// <summary>One of AWS's ways to write answers.</summary>
internal interface IWireProtocol
{
    WireAnswer Answer(string operation, JsonObject output, string requestId);

    WireAnswer Refusal(AwsError error, string requestId);
}
