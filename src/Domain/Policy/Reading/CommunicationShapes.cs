namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>updates</c> and <c>aftermath</c>: what is told while an incident lasts, and afterwards.</summary>
/// <param name="people">The file's <c>people</c>; null when it has none.</param>
internal sealed class CommunicationShapes(PolicyValue? people)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);

    public static Shape<UpdatesPolicy> Updates { get; } = Shape.Object("an object with how often, by severity", members => new UpdatesPolicy(
        PolicyWords.Severities
            .Select(severity => (severity.Meaning, Every: members.Optional<TimeSpan?>(severity.Text, Maybe(Scalars.Duration(Often, Limits.Week)), otherwise: null)))
            .Where(row => row.Every is not null)
            .ToDictionary(row => row.Meaning, row => row.Every!.Value)));

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

    private static Shape<TimeSpan?> Maybe(Shape<TimeSpan> shape) => new(shape.Expected, value => shape.Read(value));
}
