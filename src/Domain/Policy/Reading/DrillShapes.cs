using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>drill</c>, checked against the escalation of the same file.</summary>
/// <param name="escalation">The file's <c>escalation</c>; null when it has none.</param>
internal sealed class DrillShapes(PolicyValue? escalation)
{
    public Shape<WeeklyDrill?> Weekly => Shape.Object<WeeklyDrill?>("an object with every, at and severity", members => new WeeklyDrill(
        members.Required("every", TimeShapes.Day).GetValueOrDefault(),
        members.Required("at", TimeShapes.TimeOfDayUtc),
        members.Required("severity", PagingSeverity)));

    private Shape<SeverityLevel> PagingSeverity => SeverityShapes.Level with
    {
        Read = value =>
        {
            if (escalation?.Member(value.Text)?.Member("kind") is { Text: "notice" })
            {
                value.Fault($"is {value.Quoted}, of which escalation says \"notice\"; a drill tests pages, so name a severity of the kind \"page\"");
            }

            return SeverityShapes.Level.Read(value);
        },
    };
}
