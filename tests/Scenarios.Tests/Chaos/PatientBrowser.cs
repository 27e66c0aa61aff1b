using System.Net;

namespace IncidentServerless.Scenarios.Tests.Chaos;

/// <summary>A person who reloads when the page does not come: a killed function answers 502.</summary>
internal sealed class PatientBrowser() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
{
    private const int Tries = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : null;
        for (var attempt = 1; ; attempt++)
        {
            using var again = new HttpRequestMessage(request.Method, request.RequestUri);
            if (body is not null)
            {
                again.Content = new ByteArrayContent(body);
                again.Content.Headers.ContentType = request.Content!.Headers.ContentType;
            }

            var answer = await base.SendAsync(again, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.BadGateway || attempt == Tries)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
