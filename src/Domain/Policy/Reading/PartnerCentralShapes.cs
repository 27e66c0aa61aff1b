using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>runbooks.partner-central</c> (runbook 3.1).</summary>
internal static class PartnerCentralShapes
{
    private static readonly Shape<MetricName?> Metric = Shape.Object<MetricName?>("an object with namespace and metric", members => new MetricName(
        members.Required("namespace", Scalars.Text("a CloudWatch namespace", 255)),
        members.Required("metric", Scalars.Text("a CloudWatch metric", 255))));

    private static readonly Shape<IReadOnlyList<string>> Actions = Shape.NonEmptyList("a list of IAM actions", Scalars.Text("an IAM action like partnercentral:GetOpportunity", 128));

    /// <param name="people">The file's <c>people</c>; null when it has none.</param>
    public static Shape<RunbookRow<PartnerCentralPolicy>> Row(PolicyValue? people) => RunbookShapes.Row(
        members => new PartnerCentralPolicy(
            members.Optional("logGroup", Scalars.Text("the name of a log group", 512), otherwise: PartnerCentralPolicy.Default.LogGroup),
            members.Optional<string?>("role", Scalars.Text("the name of an IAM role", 512)!, otherwise: null),
            members.Optional("requiredActions", Actions, otherwise: PartnerCentralPolicy.Default.RequiredActions),
            members.Optional("throttleMetric", Metric, otherwise: null),
            members.Optional<string?>("rateParameter", Scalars.Text("the name of an SSM parameter", 1_000)!, otherwise: null),
            members.Optional("lowestRate", Scalars.Number(1, 10_000), otherwise: PartnerCentralPolicy.Default.LowestRate),
            members.Optional<string?>("ingestion", Scalars.Text("the name of a state machine", 80)!, otherwise: null),
            members.Optional<string?>("admin", PersonIds.One(people)!, otherwise: null)),
        ActionKinds.RedriveIngestion, ActionKinds.LowerRequestRate, ActionKinds.OpenSupportCase);
}
