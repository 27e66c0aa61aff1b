using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Storage.Tests;

public sealed class RemediationLedgerTests(TableFixture table) : IClassFixture<TableFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 10, 0, TimeSpan.Zero);
    private readonly SignalStore signals = new(table.Dynamo, TableFixture.Table);
    private readonly IncidentStore incidents = new(table.Dynamo, TableFixture.Table);
    private readonly RemediationLedger limits = new(table.Dynamo, TableFixture.Table);

    [Fact]
    public async Task Spending_OfATargetNobodyTouched_IsNone() =>
        Assert.Equal(RemediationSpending.None, (await limits.FindAsync("cost-spike", Limit("untouched"), Noon, default)).Spending);

    [Fact]
    public async Task Append_WithSpending_CountsTheTargetInItsHourAlone()
    {
        var action = Limit("hourly");
        var known = await limits.FindAsync("cost-spike", action, Noon, default);

        Assert.Equal(TransactionOutcome.Written, await SpendAsync("hourly", known, known.Spending with { StartedThisHour = 1 }));

        Assert.Equal(1, (await limits.FindAsync("cost-spike", action, Noon.AddMinutes(49), default)).Spending.StartedThisHour);
        Assert.Equal(0, (await limits.FindAsync("cost-spike", action, Noon.AddMinutes(50), default)).Spending.StartedThisHour);
        Assert.Equal(0, (await limits.FindAsync("cost-spike", Limit("another"), Noon, default)).Spending.StartedThisHour);
        Assert.Equal(0, (await limits.FindAsync("another", action, Noon, default)).Spending.StartedThisHour);
    }

    [Fact]
    public async Task Append_WithSpendingThatAnotherIncidentSpent_IsStaleAndWritesNothing()
    {
        var known = await limits.FindAsync("cost-spike", Limit("contended"), Noon, default);
        await SpendAsync("first", known, known.Spending with { StartedThisHour = 1 });

        Assert.Equal(TransactionOutcome.Stale, await SpendAsync("second", known, known.Spending with { StartedThisHour = 1 }));
        Assert.Equal(1, (await limits.FindAsync("cost-spike", Limit("contended"), Noon, default)).Spending.StartedThisHour);
    }

    [Fact]
    public async Task Append_WithFailures_CountsThemForTheWholeRunbookUntilOneHelps()
    {
        var known = await limits.FindAsync("breaker", Limit("one"), Noon, default);
        await SpendAsync("failed", known, known.Spending with { FailuresInARow = 1, LastFailureAt = Noon });
        var after = await limits.FindAsync("breaker", Limit("two"), Noon, default);
        Assert.Equal(new RemediationSpending(0, 1, Noon), after.Spending);

        await SpendAsync("helped", after, after.Spending with { FailuresInARow = 0, LastFailureAt = null });

        Assert.Equal(RemediationSpending.None, (await limits.FindAsync("breaker", Limit("one"), Noon, default)).Spending);
    }

    private async Task<TransactionOutcome> SpendAsync(string key, KnownSpending known, RemediationSpending after)
    {
        var before = await OpenAsync(key);
        var note = new AddNote { IncidentId = before.Incident.Id, At = Noon, CommandId = key, By = new Actor("Ana", "test", true), Text = "spends" };
        IncidentEvent[] events = [new NoteAdded(note.By, note.Text) { At = Noon }];
        return await incidents.AppendAsync(before, events.Aggregate(before.Incident, IncidentFold.Apply), events, note, "{}", (known, after), default);
    }

    private async Task<StoredIncident> OpenAsync(string key)
    {
        var signal = new Signal
        {
            Source = "ledger", EventId = key, Status = SignalStatus.Firing, Type = IncidentType.CostSpike, Severity = SeverityLevel.Sev3, DedupKey = $"ledger:{key}",
            Title = key, OccurredAt = Noon, Account = "111122223333", Region = "eu-west-1", Route = "test",
        };
        var known = await signals.FindKeyAsync(signal.DedupKey, default);
        var id = IncidentId.For(signal.Source, signal.EventId, signal.OccurredAt);
        IncidentEvent opened = new IncidentOpened
        {
            At = Noon, IncidentId = id, Type = signal.Type, Severity = signal.Severity, Title = key, DedupKey = signal.DedupKey, Source = signal.Source,
            Account = signal.Account, Region = signal.Region, OccurredAt = Noon, Route = "test",
        };
        var outcome = new Domain.Intake.IntakeOutcome(
            new Domain.Intake.IntakeState(new Domain.Intake.DedupPointer(id, SignalStatus.Firing, Noon), IncidentFold.Apply(null, opened), 0),
            [opened],
            [new Domain.Intake.EventDisposition(Disposition.Opened, null, id, 1)]);
        await signals.TakeInAsync(known, [signal], outcome, Noon, default);
        return (await incidents.FindAsync(id, default))!;
    }

    private static ThrottleFunction Limit(string function) => new()
    {
        TargetArn = $"arn:aws:lambda:eu-west-1:111122223333:function:{function}",
        TargetName = function,
        Limit = 5,
        InvocationsAnHour = 1_000,
    };
}
