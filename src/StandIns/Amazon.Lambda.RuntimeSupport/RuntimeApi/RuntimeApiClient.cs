using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda's Runtime API (version 2018-06-01) over one connection that stays open.</summary>
internal sealed class RuntimeApiClient(string endpoint) : IDisposable
{
    private static readonly string UserAgent =
        $"aws-lambda-dotnet/{Environment.Version}-2.1.2{(RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot")}";

    private readonly string _runtime = $"http://{endpoint}/2018-06-01/runtime/";

    // An invoker, because HttpClient's own timeout would end a wait for work that may take days.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = 1,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        UseCookies = false,
        UseProxy = false,
    });

    /// <summary>Waits for the next invocation, without limit.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _runtime + "invocation/next");
        using var response = await SendAsync(request, HttpStatusCode.OK, cancellationToken);
        var requestId = Header(response, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new RuntimeApiClientException(
                "The Runtime API's next invocation has no Lambda-Runtime-Aws-Request-Id header.", (int)response.StatusCode, string.Empty);
        var payload = new MemoryStream();
        await response.Content.CopyToAsync(payload, cancellationToken);
        payload.Position = 0;
        return new Invocation(requestId, payload)
        {
            DeadlineMs = Milliseconds(Header(response, "Lambda-Runtime-Deadline-Ms")),
            FunctionArn = Header(response, "Lambda-Runtime-Invoked-Function-Arn") ?? string.Empty,
            TraceId = Header(response, "Lambda-Runtime-Trace-Id"),
            TenantId = Header(response, "Lambda-Runtime-Aws-Tenant-Id"),
        };
    }

    public Task RespondAsync(string requestId, MemoryStream response)
    {
        response.Position = 0;
        return PostAsync($"invocation/{requestId}/response", new StreamContent(response), "application/json", []);
    }

    public Task ReportInvocationErrorAsync(string requestId, Exception exception) =>
        PostAsync(
            $"invocation/{requestId}/error",
            new ByteArrayContent(ExceptionReport.Body(exception)),
            "application/vnd.aws.lambda.error+json",
            [
                ("Lambda-Runtime-Function-Error-Type", ExceptionReport.ErrorType(exception)),
                ("Lambda-Runtime-Function-XRay-Error-Cause", XRayCause.Of(exception)),
            ]);

    public Task ReportInitErrorAsync(byte[] report) =>
        PostAsync("init/error", new ByteArrayContent(report), "application/vnd.aws.lambda.error+json", []);

    public void Dispose() => _http.Dispose();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { Length: > 0 } value ? value : null;

    private static long Milliseconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : 0;

    private async Task PostAsync(string path, HttpContent content, string contentType, (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _runtime + path) { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await SendAsync(request, HttpStatusCode.Accepted, CancellationToken.None);
        // A body left unread would cost the connection.
        await response.Content.CopyToAsync(Stream.Null);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode == expected)
        {
            return response;
        }

        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new RuntimeApiClientException(
                $"The Runtime API answered {request.Method} {request.RequestUri} with {(int)response.StatusCode} instead of {(int)expected}: {body}",
                (int)response.StatusCode,
                body);
        }
    }
}
