namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>updates</c>, <c>tickets</c> and <c>aftermath</c>: what is told while an incident lasts, and afterwards.</summary>
/// <param name="people">The file's <c>people</c>; null when it has none.</param>
internal sealed class CommunicationShapes(PolicyValue? people)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);

    private static readonly Shape<TimeSpan> Pace = Scalars.Duration(Often, Limits.Week);

    private static readonly Shape<UpdateRow?> Row = new(Pace.Expected, value => new UpdateRow(Pace.Read(value)));

    public static Shape<UpdatesPolicy> Updates { get; } = Shape.Object("an object with how often, by severity", members =>
    {
        var rows = new Dictionary<Severity.SeverityLevel, UpdateRow>();
        foreach (var severity in PolicyWords.Severities)
        {
            if (members.Optional(severity.Text, Row, otherwise: null) is { } row)
            {
                rows[severity.Meaning] = row;
            }
        }

        return new UpdatesPolicy(rows);
    });

    public static Shape<TicketsPolicy> Tickets { get; } = Shape.Object("an object with severities", members => new TicketsPolicy(
        members.Required("severities", Shape.List("a list of severities", SeverityShapes.Level))));

    public Shape<AftermathPolicy> Aftermath
    {
        get
        {
            var shape = Shape.Object("an object with what follows a resolved incident", members => new AftermathPolicy(
                members.Required("severities", Shape.List("a list of severities", SeverityShapes.Level)),
                members.Optional<string?>("owner", PersonIds.One(people)!, otherwise: null),
                members.Optional("summaryAfter", Scalars.Duration(Limits.Hour, Limits.Month), AftermathPolicy.Default.SummaryAfter),
                members.Optional("postMortemAfter", Scalars.Duration(Limits.Hour, Limits.Month), AftermathPolicy.Default.PostMortemAfter),
                members.Optional("prioritiesAfter", Scalars.Duration(Limits.Hour, Limits.Month), AftermathPolicy.Default.PrioritiesAfter),
                members.Optional("followUpAfter", Scalars.Duration(Limits.Hour, Limits.Month), AftermathPolicy.Default.FollowUpAfter)));
            return shape with
            {
                Read = value =>
                {
                    var read = shape.Read(value);
                    if (value.IsObject && !(read.SummaryAfter <= read.PostMortemAfter && read.PostMortemAfter <= read.PrioritiesAfter && read.PrioritiesAfter <= read.FollowUpAfter))
                    {
                        value.Fault("tells its steps out of order; summaryAfter, postMortemAfter, prioritiesAfter and followUpAfter must not become shorter from one to the next");
                    }

                    return read;
                },
            };
        }
    }
}
