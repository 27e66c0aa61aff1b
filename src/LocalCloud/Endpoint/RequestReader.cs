using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>Recognises an API call in an HTTP request: by the service that it is signed for, and by its protocol.</summary>
internal static partial class RequestReader
{
    private static readonly Dictionary<string, string> ServicesByTarget = new()
    {
        ["AmazonSQS"] = "sqs",
        ["AWSStepFunctions"] = "states",
        ["AWSEvents"] = "events",
        ["TrentService"] = "kms",
        ["AmazonSSM"] = "ssm",
        ["DynamoDB_20120810"] = "dynamodb",
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="AwsError">It is no call of a service that is emulated; written as JSON.</exception>
    public static async Task<AwsRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellation);
        var body = buffer.ToArray();
        var scope = CredentialScope().Match(request.Headers.Authorization.ToString());
        var accessKeyId = scope.Success ? scope.Groups["key"].Value : null;
        var signedFor = scope.Success ? scope.Groups["service"].Value : null;

        if (request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
        {
            var dot = target.LastIndexOf('.');
            var service = ServicesByTarget.GetValueOrDefault(target[..Math.Max(dot, 0)]) ?? signedFor ?? "unknown";
            var protocol = new JsonProtocol(request.ContentType ?? "application/x-amz-json-1.1");
            return new(service, target[(dot + 1)..], Members(body), accessKeyId, protocol, body);
        }
        if (LambdaInvoke().Match(request.Path.Value ?? "") is { Success: true } path)
        {
            var input = new JsonObject
            {
                ["FunctionName"] = Uri.UnescapeDataString(path.Groups[1].Value),
                ["Payload"] = Encoding.UTF8.GetString(body),
                ["InvocationType"] = request.Headers["X-Amz-Invocation-Type"].ToString(),
            };
            return new("lambda", "Invoke", input, accessKeyId, LambdaRestProtocol.Instance, body);
        }
        var (operation, parameters) = QueryInput.Parse(body.Length > 0 ? Encoding.UTF8.GetString(body) : request.QueryString.Value ?? "");
        if (operation.Length > 0)
        {
            if (signedFor == "sqs" && !parameters.ContainsKey("QueueUrl") && request.Path.Value is { Length: > 1 } queuePath)
                parameters["QueueUrl"] = queuePath;
            return new(signedFor ?? "sns", operation, parameters, accessKeyId, signedFor == "sqs" ? QueryProtocol.Sqs : QueryProtocol.Sns, body);
        }
        throw new AwsError("UnknownOperationException", $"The local cloud does not know the call {request.Method} {request.Path} of {signedFor ?? "an unnamed service"}.", 404);
    }

    /// <summary>How a client wants to be told that its call could not be read: in XML where its service speaks that.</summary>
    public static IWireProtocol ProtocolOf(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        || CredentialScope().Match(request.Headers.Authorization.ToString()).Groups["service"].Value is "s3" or "sns" or "route53" or "cloudfront"
            ? QueryProtocol.Sns
            : new JsonProtocol("application/x-amz-json-1.1");

    private static JsonObject Members(byte[] body)
    {
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body, documentOptions: Strict) as JsonObject ?? throw new AwsError("SerializationException", "The request's body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new AwsError("SerializationException", "The request's body is not JSON.");
        }
    }

    [GeneratedRegex(@"Credential=(?<key>[^/,\s]+)/[^/]*/[^/]*/(?<service>[^/]+)/aws4_request")]
    private static partial Regex CredentialScope();

    [GeneratedRegex("^/2015-03-31/functions/([^/]+)/invocations$")]
    private static partial Regex LambdaInvoke();
}
