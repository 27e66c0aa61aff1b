using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Sending;

namespace IncidentServerless.Cli.Deeds;

/// <summary>Asks the suite for something, signed with the secret of <c>channels.webhook</c>.</summary>
internal sealed class DeedsClient(Uri address, string secret) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <param name="deed">As <see cref="IncidentServerless.Domain.Responses.Webhooks.DeedWebhook"/> tells.</param>
    /// <returns>The answer, which holds how the incident stands.</returns>
    /// <exception cref="RefusedException">It could not be asked for, or was refused; the message says why.</exception>
    public async Task<JsonObject> AskAsync(JsonObject deed, DateTimeOffset now, CancellationToken cancellation)
    {
        using var request = SignedRequest.Ours(address, deed.ToJsonString(), secret, now);
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            var said = Read(await answer.Content.ReadAsStringAsync(cancellation));
            return answer.IsSuccessStatusCode && said is not null
                ? said
                : throw new RefusedException(said?["message"]?.ToString() is { Length: > 0 } why ? why : $"{address} answered HTTP {(int)answer.StatusCode}: it is not the address of output DeedsUrl, or channels.webhook is not in the policy.");
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new RefusedException($"{address} does not answer: {failure.Message}");
        }
    }

    public void Dispose() => http.Dispose();

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
