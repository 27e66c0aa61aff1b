using System.Text.Json.Serialization;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>A row of runbook 1.</summary>
/// <param name="Description">What it means, for pages; 1 to 200 characters on one line.</param>
/// <param name="RespondWithin">The response time that pages name; 1 min to 7 d.</param>
public sealed record SeverityRow(string Description, TimeSpan RespondWithin);

/// <summary>What a signal is that no route matches.</summary>
public sealed record Fallback(IncidentType Type, SeverityLevel Severity)
{
    /// <summary>What such a signal names as its route; no route may be called so.</summary>
    public const string RouteName = "fallback";
}

/// <summary>Who is told about a severity, one level after the other; the last level repeats until somebody acknowledges.</summary>
/// <param name="Kind">A page asks for an acknowledgement now; a notice informs.</param>
/// <param name="Levels">At least one.</param>
/// <param name="AcknowledgementExpires">An acknowledged incident on which nothing moves for this long is paged again; 1 min to 7 d.</param>
public sealed record Escalation(MessageKind Kind, IReadOnlyList<EscalationLevel> Levels, TimeSpan AcknowledgementExpires);

/// <summary>One level of an escalation.</summary>
/// <param name="Notify">Who this level is, in words, for pages and the timeline: <c>On-call lead</c>. 1 to 80 characters on one line.</param>
/// <param name="Channels">At least one, each once; a channel that is not configured has been left out.</param>
/// <param name="People">Ids from <see cref="IncidentPolicy.People"/>, each once, of people who get a page of their own, with a personal link. May be empty.</param>
/// <param name="Wait">How long to wait for an acknowledgement before the next level; 1 min to 7 d.</param>
public sealed record EscalationLevel(string Notify, IReadOnlyList<Channel> Channels, IReadOnlyList<string> People, TimeSpan Wait)
{
    /// <summary>A schedule from <see cref="IncidentPolicy.OnCall"/>: whoever is on call when the level is told gets a page of their own too. Null when it names none.</summary>
    public string? OnCall { get; init; }
}

/// <summary>How a recovery ends an incident.</summary>
/// <param name="ResolveAfterStable">A mitigated incident that stays quiet for this long is resolved; 1 min to 7 d.</param>
/// <param name="ReopenWithin">A signal that fires within this time of the end takes the incident up again; 0 to 7 d.</param>
public sealed record Recovery(TimeSpan ResolveAfterStable, TimeSpan ReopenWithin);

/// <summary>A person who can be paged by name. Ids are 1 to 32 lower-case letters, digits and hyphens, beginning with a letter.</summary>
/// <param name="Name">1 to 80 characters on one line.</param>
/// <param name="Slack">Their member id in Slack, <c>U024BE7LH</c>, by which they are known there; null where it is not told. Nobody else's.</param>
public sealed record Person(string Name, string? Slack = null);

/// <summary>What is configured besides SNS; null where it is not.</summary>
public sealed record Channels(PagerDutyChannel? PagerDuty, SlackChannel? Slack, WebhookChannel? Webhook = null);

/// <summary>Programs of yours that act for people.</summary>
/// <param name="Secret">Name of the SSM parameter (SecureString) with the secret that signs what they ask for.</param>
public sealed record WebhookChannel(string Secret);

/// <param name="RoutingKeySecret">Name of the Secrets Manager secret that holds the 32-character routing key.</param>
/// <param name="OwnsEscalation">True (default): one trigger for each round, PagerDuty escalates by its own policy. False: every level triggers again.</param>
/// <param name="WebhookSecret">Name of the SSM parameter (SecureString) with the secret of PagerDuty's webhook; null where PagerDuty tells us nothing.</param>
public sealed record PagerDutyChannel(string RoutingKeySecret, bool OwnsEscalation, string? WebhookSecret = null);

/// <param name="TokenSecret">Name of the Secrets Manager secret that holds the bot token.</param>
/// <param name="Channel">Where to post, for example <c>#incident-response</c> (runbook 4.1).</param>
/// <param name="SigningSecret">Name of the SSM parameter (SecureString) with the app's signing secret; null where Slack tells us nothing.</param>
public sealed record SlackChannel(string TokenSecret, string Channel, string? SigningSecret = null);

[JsonConverter(typeof(CamelCaseConverter<Channel>))]
public enum Channel
{
    Sns,
    Slack,
    PagerDuty,

    /// <summary>The bucket of post-mortems; no level names it.</summary>
    Document,

    /// <summary>The customers' status page; no level names it.</summary>
    StatusPage,

    /// <summary>The incident's ticket; no level names it.</summary>
    Ticket,

    /// <summary>Mail to customers; no level names it.</summary>
    Mail,
}

[JsonConverter(typeof(CamelCaseConverter<MessageKind>))]
public enum MessageKind
{
    Page,
    Notice,
}
