using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>runbooks.cost-spike</c> (runbook 3.5).</summary>
internal static class CostSpikeShapes
{
    private static readonly Shape<GuardrailNames> Guardrails = Shape.Object("an object with table, tenantKey, quota, namespace, metric and dimension", members => new GuardrailNames(
        members.Required("table", Scalars.Text("the name of a DynamoDB table", 255)),
        members.Required("tenantKey", Scalars.Text("the name of its partition key", 255)),
        members.Required("quota", Scalars.Text("the attribute that holds the quota", 255)),
        members.Required("namespace", Scalars.Text("a CloudWatch namespace", 255)),
        members.Required("metric", Scalars.Text("a CloudWatch metric", 255)),
        members.Required("dimension", Scalars.Text("the dimension that names the tenant", 255))));

    public static Shape<RunbookRow<CostSpikePolicy>> Row { get; } = RunbookShapes.Row(
        members => new CostSpikePolicy(
            members.Optional("knownJobs", RunbookShapes.Names, otherwise: []),
            members.Optional("runawayAfter", Scalars.Duration(Limits.Minute, Limits.Day), otherwise: CostSpikePolicy.Default.RunawayAfter),
            members.Optional<GuardrailNames?>("guardrails", Guardrails!, otherwise: null)),
        ActionKinds.ThrottleFunction, ActionKinds.CancelQuery, ActionKinds.TightenQuota);
}
