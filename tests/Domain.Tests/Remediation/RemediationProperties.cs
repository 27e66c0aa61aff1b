using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using static IncidentServerless.Domain.Tests.Incidents.Remediating;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Remediation;

/// <summary>What must hold whatever workflows and people say, at any time and in any order.</summary>
public sealed class RemediationProperties
{
    private static readonly Gen<string> Ids = Any("a1", "a2", "a3", "a9");

    private static readonly Gen<RemediationAction> Actions = Any<RemediationAction>(
        Throttle,
        Throttle with { TargetName = "payments", TargetArn = "arn:aws:lambda:eu-west-1:111122223333:function:payments" },
        Throttle with { TargetArn = "arn:aws:lambda:us-east-1:111122223333:function:orders-export" },
        Cancel,
        Tighten);

    private static readonly Gen<ProposedAction> Proposals = Gen.Select(Actions, Any(ActionRisk.Low, ActionRisk.High), Propose);

    private static readonly Gen<TargetState> Targets = Any<TargetState>(Free, new FunctionState(5, 900), new StatementState("STARTED"), new QuotaState(50_000), new UnknownState("x"));

    private static readonly Gen<Measurement> Measured = Any<Measurement>(
        Fewer, AsBefore, More, NoDatapoints, new StatementMeasured("STARTED"), new StatementMeasured("ABORTED"), new UseMeasured(10, [3]), new UseMeasured(10, [9000]), new NotMeasured(null));

    private static readonly Gen<RemediationSpending> Spent = Any(RemediationSpending.None, new RemediationSpending(1, 0, null), new RemediationSpending(0, 3, Noon));

    private static readonly Gen<Func<IncidentCommand>> Kinds = Gen.Frequency<Func<IncidentCommand>>(
        (2, Gen.Select(Proposals.Array[0, 3], Gen.Bool, (plan, dry) => Make(() => Tell(Diagnosed(plan), dry)))),
        (2, Ids.Select(_ => Make(() => Review(0)))),
        (6, Gen.Select(Ids, Any("on", "on", "off", null), Targets, Spent, (id, automation, target, spent) => Make(() => Authorise(0, automation, target, spent, id)))),
        (4, Gen.Select(Ids, Gen.Bool, (id, failed) => Make(() => Applied(0, failed ? "no" : null) with { ActionId = id }))),
        (3, Gen.Select(Ids, Measured, (id, measured) => Make(() => Judge(measured, 0) with { ActionId = id }))),
        (2, Gen.Select(Ids, Gen.Bool, (id, failed) => Make(() => Undid(0, failed ? "no" : null) with { ActionId = id }))),
        (3, Ids.Select(id => Make(() => Approve(0, id)))),
        (1, Ids.Select(id => Make(() => Refuse(0, null, id)))),
        (2, Ids.Select(id => Make(() => Undo(0, id)))),
        (1, Any(Run, OtherRun).Select(run => Make(() => new StartRunbook { IncidentId = Id, At = Noon, CommandId = "s", Runbook = "cost-spike", Execution = run, ByHand = "Ana" }))),
        (1, Ids.Select(_ => Make(() => new Resolve { IncidentId = Id, At = Noon, CommandId = "r", By = Ana }))));

    private static readonly Gen<IncidentCommand> Commands = Gen.Select(Kinds, Gen.Int[0, 100], Gen.Int[0, 9], (make, minute, other) =>
    {
        var command = make() with { At = At(minute) };
        return command is RunbookCommand runbook && other == 0 ? runbook with { Execution = OtherRun } : command;
    });

    [Fact]
    public void Commands_InAnyOrder_KeepTheContract() =>
        Gen.Select(Any(Observing, Asking, ByItself, Under(RunbookMode.Approve), Under(RunbookMode.Auto)), Commands.Array[1, 40]).Sample((policy, commands) =>
        {
            List<IncidentEvent> timeline = [Opened(), Started()];
            var incident = IncidentFold.Of(timeline)!;
            foreach (var command in commands)
            {
                var before = incident;
                var events = IncidentDecider.Decide(incident, command, policy);
                timeline.AddRange(events);
                incident = events.Aggregate(incident, IncidentFold.Apply);

                foreach (var started in events.OfType<ActionStarted>())
                {
                    AssertAllowed(policy, before, (AuthoriseAction)command, started);
                }

                Assert.All(before.Actions.Where(record => record.Status == ActionStatus.Undoing), record =>
                    Assert.Contains(incident.Actions.Single(after => after.Id == record.Id).Status, (ActionStatus[])[ActionStatus.Undoing, ActionStatus.Undone, ActionStatus.UndoFailed]));
                Assert.InRange(events.OfType<EscalationRequested>().Count(), 0, 1);
            }

            Assert.All(timeline.OfType<ActionStarted>().GroupBy(started => started.Id), starts => Assert.Single(starts));
            var undone = timeline.OfType<UndoRequested>().Select(undo => undo.Id).ToHashSet();
            Assert.DoesNotContain(incident.Actions, record => undone.Contains(record.Id) && record.Status is ActionStatus.InPlace or ActionStatus.Verified);
            AssertSame(IncidentFold.Of(timeline)!, incident);
        });

    [Fact]
    public void Commands_Repeated_ChangeNothingButTheDiagnosis() => Commands.Array[1, 30].Sample(commands =>
    {
        var incident = IncidentFold.Of([Opened(), Started()])!;
        foreach (var command in commands)
        {
            incident = IncidentDecider.Decide(incident, command, ByItself).Aggregate(incident, IncidentFold.Apply);
            // An unclear measurement is a step of its own: the store recognises its repetition by the command's id.
            if (command is not JudgeAction)
            {
                Assert.DoesNotContain(IncidentDecider.Decide(incident, command, ByItself), happened => happened is not DiagnosisMade);
            }
        }
    });

    [Fact]
    public void Next_AnyIncident_WaitsAtLeastASecondAndNamesWhatItIsAbout() => Gen.Select(Commands.Array[1, 40], Gen.Int[0, 3000]).Sample((commands, minute) =>
    {
        var incident = commands.Aggregate(
            IncidentFold.Of([Opened(), Started()])!,
            (before, command) => IncidentDecider.Decide(before, command, ByItself).Aggregate(before, IncidentFold.Apply));

        var step = RemediationRules.Next(incident, ByItself, At(minute));

        Assert.Equal(step.Do == StepKind.Wait, step.Wait is not null);
        Assert.InRange(step.Wait?.Seconds ?? 1, 1, 86_400);
        Assert.Equal(step.Do is StepKind.Look or StepKind.Apply or StepKind.Measure or StepKind.Undo, step.ActionId is not null && step.Action is not null);
    });

    private static void AssertAllowed(IncidentPolicy policy, Incident before, AuthoriseAction command, ActionStarted started)
    {
        var rules = policy.Runbook("cost-spike");
        var record = before.Actions.Single(each => each.Id == started.Id);
        Assert.NotEqual(RunbookMode.Observe, rules.Mode);
        Assert.True(rules.Lists(started.Action.Name, started.Action.TargetName));
        Assert.Contains(":eu-west-1:111122223333:", started.Action.TargetArn);
        Assert.Equal("on", command.Automation);
        Assert.Equal(before.Runbook!.Execution, command.Execution);
        Assert.Equal(RemediationSpending.None, command.Spending);
        Assert.True(before.IsActive);
        Assert.True(record.Status == ActionStatus.Approved || (record is { Status: ActionStatus.Planned, Risk: ActionRisk.Low } && rules.Mode == RunbookMode.Auto));
    }

    private static void AssertSame(Incident expected, Incident actual) => Assert.Equal(
        System.Text.Json.JsonSerializer.Serialize(expected, IncidentServerless.Domain.Json.DomainJson.Default.Incident),
        System.Text.Json.JsonSerializer.Serialize(actual, IncidentServerless.Domain.Json.DomainJson.Default.Incident));

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Func<IncidentCommand> Make(Func<IncidentCommand> make) => make;
}
