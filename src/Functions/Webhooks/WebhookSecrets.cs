using System.Collections.Concurrent;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using IncidentServerless.Functions.Configuration;

namespace IncidentServerless.Functions.Webhooks;

/// <summary>The senders' secrets, from SSM; each is asked for again after five minutes, so that a new one works soon.</summary>
public sealed class WebhookSecrets(IAmazonSimpleSystemsManagement ssm)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Secret> known = new();

    /// <returns>Null when there is no such parameter.</returns>
    public async Task<string?> FindAsync(string parameter, DateTimeOffset now, CancellationToken cancellation)
    {
        if (known.TryGetValue(parameter, out var secret) && (now - secret.At).Duration() < Kept)
        {
            return secret.Value;
        }

        try
        {
            var answer = await ssm.GetParameterAsync(new GetParameterRequest { Name = parameter, WithDecryption = true }, cancellation).ConfigureAwait(false);
            known[parameter] = new Secret(answer.Parameter.Value, now);
            return answer.Parameter.Value;
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
        // An acknowledgement is not to be lost because a secret that is known cannot be looked up again.
        catch (Exception fault) when (secret is not null && AwsClients.IsUnavailable(fault))
        {
            return secret.Value;
        }
    }

    private sealed record Secret(string Value, DateTimeOffset At);
}
