using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Constructs;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The EventBridge connections that add a vendor's credentials to workflows' calls, so that no workflow ever holds them. Only for channels that policy configures.</summary>
internal sealed class ChannelConnections : Construct
{
    private readonly Dictionary<string, Connection> connections = [];

    public ChannelConnections(Construct scope, string id, Channels channels, CustomersPolicy customers, TicketsPolicy tickets)
        : base(scope, id)
    {
        if (channels.PagerDuty is { } pagerDuty)
        {
            Configured |= OptionalChannels.PagerDuty;
            connections[Placeholders.PagerDutyConnection] = new Connection(this, "PagerDuty", new ConnectionProps
            {
                Description = "Adds PagerDuty's routing key",

                // PagerDuty wants the key in the body and nothing in a header, but a connection cannot be without a header.
                Authorization = Authorization.ApiKey("X-Client", SecretValue.UnsafePlainText(IncidentStack.Name)),
                BodyParameters = new Dictionary<string, HttpParameter>
                {
                    ["routing_key"] = HttpParameter.FromSecret(SecretValue.SecretsManager(pagerDuty.RoutingKeySecret)),
                },
            });
        }

        if (channels.Slack is { } slack)
        {
            Configured |= OptionalChannels.Slack;
            var token = SecretValue.SecretsManager(slack.TokenSecret).UnsafeUnwrap();
            connections[Placeholders.SlackConnection] = new Connection(this, "Slack", new ConnectionProps
            {
                Description = "Adds Slack's token",
                Authorization = Authorization.ApiKey("Authorization", SecretValue.UnsafePlainText($"Bearer {token}")),
            });
        }

        if (tickets.Severities.Count > 0)
        {
            Configured |= OptionalChannels.Tickets;
        }

        if (customers.Mail is not null)
        {
            Configured |= OptionalChannels.Mail;
        }

        if (customers.StatusPage is { } statusPage)
        {
            Configured |= OptionalChannels.StatusPage;
            StatusPageId = statusPage.Page;
            var key = SecretValue.SecretsManager(statusPage.ApiKeySecret).UnsafeUnwrap();
            connections[Placeholders.StatusPageConnection] = new Connection(this, "StatusPage", new ConnectionProps
            {
                Description = "Adds Statuspage's key",
                Authorization = Authorization.ApiKey("Authorization", SecretValue.UnsafePlainText($"OAuth {key}")),
            });
        }
    }

    public OptionalChannels Configured { get; }

    /// <summary>Empty where there is no status page.</summary>
    public string StatusPageId { get; } = "";

    /// <summary>Placeholder → ARN.</summary>
    public IEnumerable<KeyValuePair<string, string>> Substitutions => connections.Select(connection => KeyValuePair.Create(connection.Key, connection.Value.ConnectionArn));

    /// <summary>Connection's ARN → ARN of its secret.</summary>
    public IReadOnlyDictionary<string, string> SecretArns => connections.Values.ToDictionary(connection => connection.ConnectionArn, connection => connection.ConnectionSecretArn);
}
