using System.Text;
using IncidentServerless.Domain.Responses.Slack;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.AnswerSlack;

/// <summary>Where answers to presses may be sent.</summary>
/// <param name="endpoint">What stands in for AWS, and then for Slack too; null where nothing does.</param>
public sealed class SlackHooks(string? endpoint)
{
    private const string Slack = "https://hooks.slack.com/";

    /// <summary>Nobody can make us call another address, not even with Slack's signature.</summary>
    public bool Allows(string address) => address.StartsWith(Slack, StringComparison.Ordinal) || (endpoint is { Length: > 0 } && address.StartsWith($"{endpoint}/", StringComparison.Ordinal));
}

/// <summary>Tells whoever pressed a button what became of it. What they asked for is done by then, so that a failure here changes nothing.</summary>
public sealed class SlackAnswerSender(SlackHooks hooks, ILogger<SlackAnswerSender> logger) : IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMilliseconds(700) };

    public async Task SendAsync(string? address, SlackAnswer answer)
    {
        if (address is null || !hooks.Allows(address))
        {
            logger.LogWarning("Slack named no address that answers may be sent to, so that whoever pressed the button is not told what became of it");
            return;
        }

        try
        {
            using var body = new StringContent(answer.Json(), Encoding.UTF8, "application/json");
            using var taken = await http.PostAsync(new Uri(address), body).ConfigureAwait(false);
            if (!taken.IsSuccessStatusCode)
            {
                logger.LogWarning("Slack did not take an answer: HTTP {Status}", (int)taken.StatusCode);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            logger.LogWarning("Slack did not take an answer: {Fault}", failure.Message);
        }
    }

    public void Dispose() => http.Dispose();
}
