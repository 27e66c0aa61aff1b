namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>escalation</c>, checked against the people, channels and schedules that the same file names.</summary>
/// <param name="people">The file's <c>people</c>; null when it has none.</param>
/// <param name="channels">The file's <c>channels</c>; null when it has none.</param>
/// <param name="schedules">The file's <c>onCall</c>; null when it has none.</param>
internal sealed class EscalationShapes(PolicyValue? people, PolicyValue? channels, PolicyValue? schedules)
{
    public Shape<IReadOnlyDictionary<Severity.SeverityLevel, Escalation>> Escalations => SeverityShapes.ForEach(
        "an object with a row for each severity",
        Shape.Object("an object with kind, levels and acknowledgementExpires", members => new Escalation(
            members.Required("kind", Scalars.OneOf(PolicyWords.MessageKinds)),
            members.Required("levels", Shape.NonEmptyList("a list of at least one level", Level)),
            members.Required("acknowledgementExpires", Scalars.Duration(Limits.Minute, Limits.Week)))));

    private Shape<EscalationLevel> Level => Shape.Object("an object with notify, channels and wait", members => new EscalationLevel(
        members.Required("notify", Scalars.Name("who this level is, in up to 80 characters", 80)),
        members.Required("channels", ConfiguredChannels),
        members.Optional("people", PersonIds.Of(people), otherwise: []),
        members.Required("wait", Scalars.Duration(Limits.Minute, Limits.Week)))
    {
        OnCall = members.Optional<string?>("onCall", OnCallShapes.Name(schedules)!, otherwise: null),
    });

    /// <summary>Only those that are configured, and SNS always: it alone depends on nobody outside the account.</summary>
    private Shape<IReadOnlyList<Channel>> ConfiguredChannels
    {
        get
        {
            var list = Shape.NonEmptyList("a list of at least one channel", Scalars.OneOf(PolicyWords.Channels));
            return list with
            {
                Read = value =>
                {
                    PersonIds.RefuseRepetitions(value);
                    if (value.Elements is not [] && value.Elements.All(channel => channel.Text is "slack" or "pagerDuty"))
                    {
                        value.Fault("leaves out \"sns\", which every level has: it alone works when Slack or PagerDuty does not; add it");
                    }

                    var all = list.Read(value);
                    return [.. all.Where((_, index) => !IsKnownButNotConfigured(value.Elements[index]))];
                },
            };
        }
    }

    private bool IsKnownButNotConfigured(PolicyValue channel) => channel.Text switch
    {
        "slack" or "pagerDuty" => channels?.Member(channel.Text) is null,
        _ => false,
    };
}
