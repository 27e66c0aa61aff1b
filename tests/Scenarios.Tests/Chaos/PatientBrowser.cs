using System.Net;
using System.Net.Http.Headers;

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
            Copy(request.Headers, again.Headers);
            if (body is not null)
            {
                again.Content = new ByteArrayContent(body);
                Copy(request.Content!.Headers, again.Content.Headers);
            }

            var answer = await base.SendAsync(again, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.BadGateway || attempt == Tries)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
    // Webhooks are signed in their headers.
    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach (var (name, values) in from)
        {
            to.TryAddWithoutValidation(name, values);
        }
    }
}
