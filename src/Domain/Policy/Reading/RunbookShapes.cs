using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>remediation</c> and <c>runbooks</c>: what automation may do.</summary>
/// <param name="people">The file's <c>people</c>; null when it has none.</param>
internal sealed class RunbookShapes(PolicyValue? people)
{
    private static readonly IReadOnlyList<Word<RunbookMode>> Modes =
        [new("observe", RunbookMode.Observe), new("approve", RunbookMode.Approve), new("auto", RunbookMode.Auto)];

    private static readonly Shape<RemediationLimits> Limits = Shape.Object("an object with perTargetAndHour, largestBlastRadius, failuresUntilStop and stopFor", members => new RemediationLimits(
        members.Optional("perTargetAndHour", Scalars.Number(1, 100), otherwise: RemediationLimits.Default.PerTargetAndHour),
        members.Optional("largestBlastRadius", Scalars.Number(1, 1_000), otherwise: RemediationLimits.Default.LargestBlastRadius),
        members.Optional("failuresUntilStop", Scalars.Number(1, 100), otherwise: RemediationLimits.Default.FailuresUntilStop),
        members.Optional("stopFor", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Week), otherwise: RemediationLimits.Default.StopFor)));

    private static readonly Shape<GuardrailNames> Guardrails = Shape.Object("an object with table, tenantKey, quota, namespace, metric and dimension", members => new GuardrailNames(
        members.Required("table", Scalars.Text("the name of a DynamoDB table", 255)),
        members.Required("tenantKey", Scalars.Text("the name of its partition key", 255)),
        members.Required("quota", Scalars.Text("the attribute that holds the quota", 255)),
        members.Required("namespace", Scalars.Text("a CloudWatch namespace", 255)),
        members.Required("metric", Scalars.Text("a CloudWatch metric", 255)),
        members.Required("dimension", Scalars.Text("the dimension that names the tenant", 255))));

    private static readonly Shape<IReadOnlyList<string>> Names = Shape.List("a list of names", Scalars.Text("a name, or the beginning of one and a *", 255));

    public Shape<RemediationPolicy> Remediation => Shape.Object("an object with approvers and limits", members => new RemediationPolicy(
        members.Optional("approvers", PersonIds.Of(people), otherwise: []),
        members.Optional("approvalWithin", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Day), otherwise: RemediationPolicy.Default.ApprovalWithin),
        members.Optional("announceBefore", Scalars.Duration(TimeSpan.Zero, Reading.Limits.Hour), otherwise: RemediationPolicy.Default.AnnounceBefore),
        members.Optional("verifyAfter", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Hour), otherwise: RemediationPolicy.Default.VerifyAfter),
        members.Optional("undoOffered", Scalars.Duration(Reading.Limits.Hour, Reading.Limits.Week), otherwise: RemediationPolicy.Default.UndoOffered),
        members.Optional("limits", Limits, otherwise: RemediationLimits.Default)));

    public static Shape<RunbooksSection> Runbooks { get; } = Shape.Object("an object with a row for each runbook that may act", members =>
        members.Optional<RunbooksSection?>(RunbookNames.CostSpike, CostSpike!, otherwise: null) ?? RunbooksSection.Default);

    private static Shape<RunbooksSection> CostSpike => Shape.Object("an object with mode and actions", members => new RunbooksSection(
        new RunbookPolicy(
            members.Required("mode", Scalars.OneOf(Modes)),
            members.Optional("actions", Actions(ActionKinds.ThrottleFunction, ActionKinds.CancelQuery, ActionKinds.TightenQuota), otherwise: RunbookPolicy.Observing.Actions)),
        new CostSpikePolicy(
            members.Optional("knownJobs", Names, otherwise: []),
            members.Optional("runawayAfter", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Day), otherwise: CostSpikePolicy.Default.RunawayAfter),
            members.Optional<GuardrailNames?>("guardrails", Guardrails!, otherwise: null))));

    /// <summary>Only these kinds; each with the names of what it may change.</summary>
    private static Shape<IReadOnlyDictionary<string, IReadOnlyList<string>>> Actions(params string[] kinds) => Shape.Object(
        $"an object with {string.Join(", ", kinds)}",
        IReadOnlyDictionary<string, IReadOnlyList<string>> (members) => kinds
            .Select(kind => new { Kind = kind, Targets = members.Optional<IReadOnlyList<string>?>(kind, Targets!, otherwise: null) })
            .Where(row => row.Targets is { Count: > 0 })
            .ToDictionary(row => row.Kind, row => row.Targets!));

    // A star alone would let automation change everything, which no list of names says.
    private static readonly Shape<IReadOnlyList<string>> Targets = Names with
    {
        Read = value =>
        {
            foreach (var name in value.Elements.Where(name => name.Text.Contains('*') && (name.Text.IndexOf('*') < name.Text.Length - 1 || name.Text.Length < 3)))
            {
                name.Fault($"{name.Quoted} allows too much or cannot be read; write a name, or at least two characters of one and a * at the end");
            }

            return Names.Read(value);
        },
    };
}

/// <summary>The rows of <c>runbooks</c>, taken apart.</summary>
internal sealed record RunbooksSection(RunbookPolicy? CostSpike, CostSpikePolicy Costs)
{
    public static RunbooksSection Default { get; } = new(null, CostSpikePolicy.Default);

    public IReadOnlyDictionary<string, RunbookPolicy> ByName => CostSpike is { } row
        ? new Dictionary<string, RunbookPolicy> { [RunbookNames.CostSpike] = row }
        : new Dictionary<string, RunbookPolicy>();
}
