using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>runbooks.data-quality</c> (runbook 3.3).</summary>
internal static class DataQualityShapes
{
    private static readonly Shape<WarehousePolicy?> Warehouse = Shape.Object<WarehousePolicy?>("an object with arn, database and secret", members => new WarehousePolicy(
        members.Required("arn", Scalars.Text("the ARN of a Redshift cluster or workgroup", 200)),
        members.Required("database", Scalars.Text("the name of a database", 64)),
        members.Required("secret", Scalars.Text("the ARN of a secret", 200))));

    private static readonly Shape<DimensionedMetric?> Metric = Shape.Object<DimensionedMetric?>("an object with namespace, metric and dimension", members => new DimensionedMetric(
        members.Required("namespace", Scalars.Text("a CloudWatch namespace", 255)),
        members.Required("metric", Scalars.Text("a CloudWatch metric", 255)),
        members.Required("dimension", Scalars.Text("the dimension that names the entity", 255))));

    private static readonly Shape<string> Prefix = Scalars.Text("a prefix that ends with a slash", 200) with
    {
        Read = value =>
        {
            if (value.Text is not { } text || !text.EndsWith('/'))
            {
                value.Fault($"is {value.Quoted}; expected a prefix that ends with a slash, like dlq/");
            }

            return value.Text;
        },
    };

    public static Shape<RunbookRow<DataQualityPolicy>> Row { get; } = RunbookShapes.Row(
        members => new DataQualityPolicy(
            members.Optional("warehouse", Warehouse, otherwise: null),
            members.Optional<string?>("catalog", Scalars.Text("the name of a Glue database", 255)!, otherwise: null),
            members.Optional("countMetric", Metric, otherwise: null),
            members.Optional<string?>("bucket", Scalars.Text("the name of a bucket", 63)!, otherwise: null),
            members.Optional("quarantinePrefix", Prefix, otherwise: DataQualityPolicy.Default.QuarantinePrefix),
            members.Optional<string?>("reprocess", Scalars.Text("the name of a state machine", 80)!, otherwise: null)),
        ActionKinds.QuarantineObjects, ActionKinds.ReprocessEntity);
}
