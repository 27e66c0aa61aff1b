namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>correlation</c> and <c>severityRises</c>.</summary>
internal static class CorrelationShapes
{
    private static readonly IReadOnlyList<Word<RiseEvidence>> Evidence =
        [new("tenants", RiseEvidence.Tenants), new("alerts", RiseEvidence.Alerts), new("data-impact", RiseEvidence.DataImpact)];

    private static readonly Shape<StormRule?> Storm = Shape.Object<StormRule?>("an object with incidents and within", members => new StormRule(
        members.Required("incidents", Scalars.Number(2, 100)),
        members.Required("within", Scalars.Duration(Limits.Minute, Limits.Hour))));

    private static readonly Shape<IReadOnlyList<CorrelationRule>> List = Shape.List("a list of rules", Shape.Object("an object with name, when and within", members => new CorrelationRule(
        members.Required("name", Scalars.Text("a name of up to 80 characters", 80)),
        members.Required("when", RouteShapes.Pattern),
        members.Required("within", Scalars.Duration(Limits.Minute, Limits.Day)))));

    private static readonly Shape<IReadOnlyList<CorrelationRule>> Rules = List with
    {
        Read = value =>
        {
            RouteShapes.RefuseRepeatedNames(value);
            return List.Read(value);
        },
    };

    public static Shape<Correlation> Correlation { get; } = Shape.Object("an object with sameTypeAndTenant, rules and storm", members => new Correlation(
        members.Optional("sameTypeAndTenant", Scalars.Duration(TimeSpan.Zero, Limits.Day), otherwise: Policy.Correlation.Default.SameTypeAndTenant),
        members.Optional("rules", Rules, otherwise: []),
        members.Optional("storm", Storm, otherwise: null)));

    public static Shape<IReadOnlyList<SeverityRise>> Rises { get; } = Shape.List("a list of rises", Shape.Object("an object with name, evidence, atLeast and to", members => new SeverityRise(
        members.Required("name", Scalars.Text("a name of up to 80 characters", 80)),
        members.Required("evidence", Scalars.OneOf(Evidence)),
        members.Optional("atLeast", Scalars.Number(1, 1_000), otherwise: 1),
        members.Required("to", SeverityShapes.Level))));
}
