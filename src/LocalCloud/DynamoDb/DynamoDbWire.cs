using System.Net.Http.Headers;

namespace IncidentServerless.LocalCloud.DynamoDb;

/// <summary>Requests as DynamoDB Local takes them. It checks that a request is signed, not by whom.</summary>
internal static class DynamoDbWire
{
    public static HttpRequestMessage Request(Uri address, string operation, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810." + operation);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=local");
        return request;
    }
}
