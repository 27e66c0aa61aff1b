using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>channels</c> and <c>people</c>: who and what can be reached.</summary>
internal static class ChannelShapes
{
    private const string SecretName = "the name of a Secrets Manager secret";

    private static readonly Shape<PagerDutyChannel> PagerDuty = Shape.Object("an object with routingKeySecret", members => new PagerDutyChannel(
        members.Required("routingKeySecret", Secret(LooksLikeRoutingKey)),
        members.Optional("ownsEscalation", Scalars.Boolean, otherwise: true),
        members.Optional<string?>("webhookSecret", ReportShapes.Secret!, otherwise: null)));

    private static readonly Shape<SlackChannel> Slack = Shape.Object("an object with tokenSecret and channel", members => new SlackChannel(
        members.Required("tokenSecret", Secret(LooksLikeToken)),
        members.Required("channel", SlackChannelName),
        members.Optional<string?>("signingSecret", ReportShapes.Secret!, otherwise: null)));

    private static readonly Shape<WebhookChannel> Webhook = Shape.Object("an object with secret", members => new WebhookChannel(members.Required("secret", ReportShapes.Secret)));

    public static Shape<Channels> Channels { get; } = Shape.Object("an object with the configured channels", members => new Channels(
        members.Optional<PagerDutyChannel?>("pagerDuty", PagerDuty!, otherwise: null),
        members.Optional<SlackChannel?>("slack", Slack!, otherwise: null),
        members.Optional<WebhookChannel?>("webhook", Webhook!, otherwise: null)));

    public static Shape<IReadOnlyDictionary<string, Person>> People { get; } = Shape.Map(
        "an object with people by id",
        FaultOfId,
        Shape.Object("an object with name", members => new Person(
            members.Required("name", Scalars.Name("the person's name, in up to 80 characters", 80)),
            members.Optional<string?>("slack", SlackMemberId!, otherwise: null))));

    private static Shape<string> SlackMemberId => Checked(
        Scalars.Text("a member id like U024BE7LH", 40),
        id => id is ['U' or 'W', _, _, ..] && id.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character)),
        value => $"is {value.Quoted}; expected a member id of Slack like U024BE7LH (a profile's menu copies it)");

    private static Shape<string> SlackChannelName => Checked(
        Scalars.Text("a channel like #incident-response", 80),
        name => name is ['#', _, ..] && !name.Contains(' ') && PlainText.Line(name, name.Length) == name || name is ['C' or 'G', _, ..] && name.All(char.IsAsciiLetterOrDigit),
        value => $"is {value.Quoted}; write the channel like #incident-response, or its id like C0123456789, without blanks or invisible characters");

    internal static Shape<string> Secret(Func<string, bool> looksLikeTheSecretItself) => Checked(
        Checked(
            Scalars.Text(SecretName, 512),
            name => !looksLikeTheSecretItself(name),
            _ => "looks like the secret itself; put it into Secrets Manager, write the name that it has there, and replace the exposed one"),
        name => looksLikeTheSecretItself(name) || name.All(character => char.IsAsciiLetterOrDigit(character) || "/_+=.@-".Contains(character)),
        value => $"is {value.Quoted}; expected {SecretName}: letters, digits and /_+=.@-");

    private static Shape<string> Checked(Shape<string> text, Func<string, bool> holds, Func<PolicyValue, string> problem) => text with
    {
        Read = value =>
        {
            if (value.Text.Length > 0 && !holds(value.Text))
            {
                value.Fault(problem(value));
            }

            return text.Read(value);
        },
    };

    /// <summary>An Events API v2 integration key: 32 characters without a separator.</summary>
    private static bool LooksLikeRoutingKey(string text) => text.Length == 32 && text.All(char.IsAsciiLetterOrDigit);

    private static bool LooksLikeToken(string text) => text.StartsWith("xox", StringComparison.Ordinal);

    /// <summary>Null when the name of a member is one that people and schedules may have.</summary>
    internal static string? FaultOfId(string id) => IsId(id) ? null : "is not an id; use 1 to 32 lower-case letters, digits and hyphens, beginning with a letter";

    private static bool IsId(string id) => id is { Length: <= 32 } and [>= 'a' and <= 'z', ..]
        && id.All(character => character is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
