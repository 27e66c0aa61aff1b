namespace IncidentServerless.Domain.Policy;

/// <summary>Who may send customers' reports (runbook 2). Each secret is the name of an SSM parameter, a SecureString; never the secret itself. Null: nobody sends so.</summary>
/// <param name="WebhookSecret">Signs <c>{ "report": … }</c>, and whatever else sends with our own headers.</param>
/// <param name="ZendeskSecret">The signing secret of Zendesk's webhook.</param>
/// <param name="SlackSecret">The signing secret of the Slack app.</param>
/// <param name="SlackChannels">Ids of channels in which every message is a report, and not only one that mentions the app. May be empty.</param>
public sealed record ReportsPolicy(string? WebhookSecret, string? ZendeskSecret, string? SlackSecret, IReadOnlyList<string> SlackChannels)
{
    public static ReportsPolicy Default { get; } = new(null, null, null, []);

    /// <summary>The parameters, each once.</summary>
    public IReadOnlyList<string> Secrets => [.. new[] { WebhookSecret, ZendeskSecret, SlackSecret }.OfType<string>().Distinct()];
}
