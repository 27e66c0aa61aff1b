using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>An HTTP answer that is ready to be written.</summary>
internal sealed record WireAnswer(int Status, string ContentType, byte[] Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, response.HttpContext.RequestAborted);
    }
}
