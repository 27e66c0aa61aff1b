using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>A runbook at work on the sample's incident: a function that runs 96 times as often as usual, and policies that let it act.</summary>
internal static class Remediating
{
    public const string Run = "arn:aws:states:eu-west-1:111122223333:execution:runbook-cost-spike:one";
    public const string OtherRun = "arn:aws:states:eu-west-1:111122223333:execution:runbook-cost-spike:two";
    public const string Account = "111122223333";
    public const string Region = "eu-west-1";

    public static ThrottleFunction Throttle { get; } = new()
    {
        TargetArn = "arn:aws:lambda:eu-west-1:111122223333:function:orders-export",
        TargetName = "orders-export",
        Limit = 5,
        InvocationsAnHour = 9600,
    };

    public static CancelQuery Cancel { get; } = new()
    {
        TargetArn = "arn:aws:redshift:eu-west-1:111122223333:cluster:analytics",
        TargetName = "analytics",
        StatementId = "3f2a",
        Sql = "select * from orders cross join orders",
        RunsSince = Noon.AddHours(-3),
    };

    public static TightenQuota Tighten { get; } = new()
    {
        TargetArn = "arn:aws:dynamodb:eu-west-1:111122223333:table/guardrails",
        TargetName = "guardrails",
        Tenant = "acme",
        TenantKey = "tenant",
        Quota = "perHour",
        Limit = 1000,
        UsageAnHour = 20_000,
        Namespace = "Platform",
        Metric = "Requests",
        Dimension = "Tenant",
    };

    public static FunctionState Free { get; } = new(null, 900);

    public static FunctionMeasured Fewer { get; } = new(10, [30, 20], [0]);

    public static FunctionMeasured AsBefore { get; } = new(10, [800, 800], [0]);

    public static FunctionMeasured More { get; } = new(10, [3000], [0]);

    public static FunctionMeasured NoDatapoints { get; } = new(10, [], []);

    public static RemediationSpending Nothing { get; } = RemediationSpending.None;

    /// <summary>Everything above is listed; approvals within 30 min, announced 2 min before, verified after 10 min, undone within a day.</summary>
    public static IncidentPolicy Under(RunbookMode mode, params string[] approvers) => Rules with
    {
        People = new Dictionary<string, Person> { ["ana"] = new("Ana"), ["bo"] = new("Bo Lindqvist") },
        Remediation = RemediationPolicy.Default with { Approvers = approvers },
        Runbooks = new Dictionary<string, RunbookPolicy>
        {
            [RunbookNames.CostSpike] = new(mode, new Dictionary<string, IReadOnlyList<string>>
            {
                [ActionKinds.ThrottleFunction] = ["orders-*"],
                [ActionKinds.CancelQuery] = ["analytics"],
                [ActionKinds.TightenQuota] = ["guardrails"],
            }),
        },
    };

    public static IncidentPolicy Observing { get; } = Under(RunbookMode.Observe, "ana");

    public static IncidentPolicy Asking { get; } = Under(RunbookMode.Approve, "ana", "bo");

    public static IncidentPolicy ByItself { get; } = Under(RunbookMode.Auto, "ana");

    public static RunbookStarted Started(string execution = Run, bool dryRun = false) => new(RunbookNames.CostSpike, execution, null, dryRun) { At = Noon };

    public static ProposedAction Propose(RemediationAction action, ActionRisk risk = ActionRisk.Low) => new(action, risk, "it runs 96 times as often as usual");

    public static Diagnosis Diagnosed(params ProposedAction[] plan) => new()
    {
        Finding = "looping-function",
        Summary = "The Lambda function orders-export runs 96 times as often as usual.",
        Confidence = Confidence.High,
        Support = ["It ran 9,600 times in the last hour; usual are 100."],
        NotSeen = ["Costs could not be seen (AccessDenied)."],
        Plan = [.. plan],
    };

    public static DiagnosisMade Made(Diagnosis diagnosis, double minute = 1, bool dryRun = false) => new(RunbookNames.CostSpike, diagnosis, dryRun) { At = At(minute) };

    public static ActionPlanned Planned(RemediationAction action, string id = "a1", ActionRisk risk = ActionRisk.Low, double? actsAt = null, double minute = 1) =>
        new(id, action, RunbookNames.CostSpike, risk, "it runs 96 times as often as usual", actsAt is { } acts ? At(acts) : null) { At = At(minute) };

    public static ApprovalRequested Asked(RemediationAction action, string id = "a1", double until = 31, params string[] names) =>
        new(id, action, At(until), names.Length == 0 ? ["Ana", "Bo Lindqvist"] : [.. names]) { At = At(1) };

    public static ActionSkipped Skipped(RemediationAction action, string reason, double minute = 1, string id = "a1") => new(id, action, reason) { At = At(minute) };

    public static EscalationRequested HandedOver(double minute) => new(new Actor("The runbook cost-spike", "the workflow", Proven: true)) { At = At(minute) };

    /// <summary>Announced at minute 1, and the runbook's before that.</summary>
    public static ImmutableArray<IncidentEvent> Announced(RemediationAction? action = null) => [Opened(), Started(), Planned(action ?? Throttle, actsAt: 3)];

    /// <summary>Asked for at minute 1, until minute 31.</summary>
    public static ImmutableArray<IncidentEvent> Awaiting(RemediationAction? action = null) => [Opened(), Started(), Planned(action ?? Throttle), Asked(action ?? Throttle)];

    public static ImmutableArray<IncidentEvent> Begun(RemediationAction? action = null) =>
        [.. Announced(action), new ActionStarted("a1", action ?? Throttle, Before(action)) { At = At(3) }];

    /// <summary>In place since minute 4.</summary>
    public static ImmutableArray<IncidentEvent> InPlace(RemediationAction? action = null) => [.. Begun(action), new ActionApplied("a1", action ?? Throttle) { At = At(4) }];

    public static ImmutableArray<IncidentEvent> Undoing() => [.. InPlace(), new UndoRequested("a1", Throttle, Ana) { At = At(20) }];

    public static RecordDiagnosis Tell(Diagnosis diagnosis, bool dryRun = false, string execution = Run) => new()
    {
        IncidentId = Id,
        At = At(1),
        CommandId = "diagnosis",
        Execution = execution,
        Runbook = RunbookNames.CostSpike,
        Diagnosis = diagnosis,
        DryRun = dryRun,
        Account = Account,
        Region = Region,
    };

    public static ReviewRemediation Review(double minute, string execution = Run) => new() { IncidentId = Id, At = At(minute), CommandId = "review", Execution = execution };

    public static AuthoriseAction Authorise(double minute = 3, string? automation = "on", TargetState? target = null, RemediationSpending? spending = null, string id = "a1") => new()
    {
        IncidentId = Id,
        At = At(minute),
        CommandId = "authorise",
        Execution = Run,
        ActionId = id,
        Target = target ?? Free,
        Automation = automation,
        Spending = spending ?? Nothing,
    };

    public static RecordAction Applied(double minute = 4, string? failed = null) =>
        new() { IncidentId = Id, At = At(minute), CommandId = "applied", Execution = Run, ActionId = "a1", Applied = failed is null, Reason = failed };

    public static JudgeAction Judge(Measurement measured, double minute = 14) =>
        new() { IncidentId = Id, At = At(minute), CommandId = "judge", Execution = Run, ActionId = "a1", Measured = measured };

    public static RecordUndo Undid(double minute = 21, string? failed = null) =>
        new() { IncidentId = Id, At = At(minute), CommandId = "undone", Execution = Run, ActionId = "a1", Undone = failed is null, Reason = failed };

    public static ApproveAction Approve(double minute, string id = "a1") => new() { IncidentId = Id, At = At(minute), CommandId = "approve", ActionId = id, By = Ana };

    public static RefuseAction Refuse(double minute, string? reason = null, string id = "a1") =>
        new() { IncidentId = Id, At = At(minute), CommandId = "refuse", ActionId = id, By = Ana, Reason = reason };

    public static UndoAction Undo(double minute, string id = "a1") => new() { IncidentId = Id, At = At(minute), CommandId = "undo", ActionId = id, By = Ana };

    public static DateTimeOffset At(double minute) => Noon.AddMinutes(minute);

    private static TargetState Before(RemediationAction? action) => action switch
    {
        CancelQuery => new StatementState("STARTED"),
        TightenQuota => new QuotaState(50_000),
        _ => Free,
    };
}
