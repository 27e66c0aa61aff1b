using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>runbooks.marketplace-metering</c> (runbook 3.2).</summary>
internal static class MeteringShapes
{
    private static readonly Shape<DataApiDatabase?> Database = Shape.Object<DataApiDatabase?>("an object with cluster, secret and name", members => new DataApiDatabase(
        members.Required("cluster", Scalars.Text("the ARN of an Aurora cluster", 200)),
        members.Required("secret", Scalars.Text("the ARN of a secret", 200)),
        members.Required("name", Scalars.Text("the name of a database", 63))));

    public static Shape<RunbookRow<MeteringPolicy>> Row { get; } = RunbookShapes.Row(
        members => new MeteringPolicy(
            members.Optional("database", Database, otherwise: null),
            members.Optional<string?>("productCode", Scalars.Text("a product's code", 255)!, otherwise: null),
            members.Optional("dimensions", Shape.List("a list of dimensions", Scalars.Text("the name of a dimension", 255)), otherwise: [])),
        ActionKinds.ResubmitUsage);
}
