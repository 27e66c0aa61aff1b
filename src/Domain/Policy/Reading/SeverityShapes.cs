using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>severities</c>, and everything else that has one row for each severity.</summary>
internal static class SeverityShapes
{
    public static Shape<SeverityLevel> Level { get; } = Scalars.OneOf(PolicyWords.Severities);

    public static Shape<IReadOnlyDictionary<SeverityLevel, SeverityRow>> Severities { get; } = ForEach(
        "an object with a row for each severity",
        Shape.Object("an object with description and respondWithin", members => new SeverityRow(
            members.Required("description", Scalars.Text("what the severity means, in up to 200 characters", 200)),
            members.Required("respondWithin", Scalars.Duration(Limits.Minute, Limits.Week)))));

    /// <summary>An object with the members SEV1 to SEV4.</summary>
    public static Shape<IReadOnlyDictionary<SeverityLevel, T>> ForEach<T>(string expected, Shape<T> row) => Shape.Object(
        expected,
        IReadOnlyDictionary<SeverityLevel, T> (members) => PolicyWords.Severities.ToDictionary(
            severity => severity.Meaning,
            severity => members.Required(severity.Text, row)));
}
