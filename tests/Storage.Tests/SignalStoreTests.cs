using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Storage.Tests;

public sealed class SignalStoreTests(TableFixture table) : IClassFixture<TableFixture>
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly SignalStore signals = new(table.Dynamo, TableFixture.Table);
    private readonly IncidentStore incidents = new(table.Dynamo, TableFixture.Table);
    private readonly WaitStore waits = new(table.Dynamo, TableFixture.Table);
    private readonly DirectPages pages = new(table.Dynamo, TableFixture.Table);

    [Fact]
    public async Task TakeIn_NewKey_StoresIncidentTimelineAndDispositionTogether()
    {
        var id = await OpenAsync("new-key");

        var stored = (await incidents.FindAsync(id, default))!;
        Assert.Equal((1, 0L, IncidentStatus.Open), (stored.Incident.Version, stored.Attached, stored.Incident.Status));
        Assert.IsType<IncidentOpened>(Assert.Single(await incidents.TimelineAsync(id, default)));
        Assert.Equal((Disposition.Opened, id), ((await signals.FindDispositionAsync("test", "new-key-1", default))!.Disposition, id));
        Assert.Contains(id, await incidents.NotClosedAsync(default));
    }

    [Fact]
    public async Task TakeIn_AnotherWasFaster_IsStaleAndWritesNothing()
    {
        var known = await signals.FindKeyAsync("race", default);
        Signal[] mine = [Firing("race", 1)];
        Signal[] theirs = [Firing("race", 2)];
        await signals.TakeInAsync(known, theirs, Take(known, theirs), Noon, default);

        var outcome = await signals.TakeInAsync(known, mine, Take(known, mine), Noon, default);

        Assert.Equal(TransactionOutcome.Stale, outcome);
        Assert.Null(await signals.FindDispositionAsync("test", "race-1", default));
    }

    [Fact]
    public async Task TakeIn_ManyAtOnce_CountsEverySignalOnce()
    {
        var id = await OpenAsync("storm");

        await Parallel.ForEachAsync(Enumerable.Range(2, 12), async (n, _) =>
        {
            Signal[] one = [Firing("storm", n)];
            KnownKey known;
            do
            {
                known = await signals.FindKeyAsync("storm", default);
            }
            while (await signals.TakeInAsync(known, one, Take(known, one), Noon, default) == TransactionOutcome.Stale);
        });

        var stored = (await incidents.FindAsync(id, default))!;
        Assert.Equal(12, stored.Attached);
        var timeline = await incidents.TimelineAsync(id, default);
        Assert.Equal([1L, 10L], timeline.OfType<SignalsAttached>().Select(each => each.Total));
        Assert.Equal(timeline.Length, stored.Incident.Version);
    }

    [Fact]
    public async Task TakeIn_AnotherKeyOfTheGroup_JoinsTheIncidentThatTheFirstOpened()
    {
        var group = new SignalGroup("tenant:acme", "it is of the same tenant", TimeSpan.FromHours(1));
        var id = await OpenAsync("group-first", group);

        var known = await AroundAsync("group-second", group);
        Signal[] second = [Firing("group-second", 2)];
        var outcome = Take(known, second);
        Assert.Equal(TransactionOutcome.Written, await signals.TakeInAsync(known, second, outcome, Noon, default));

        Assert.Equal((id, 1L), (outcome.After.Incident!.Id, (await incidents.FindAsync(id, default))!.Attached));
        Assert.Equal(id, (await signals.FindKeyAsync("group-second", default)).State.Incident!.Id);
        Assert.IsType<AlertJoined>((await incidents.TimelineAsync(id, default))[^1]);
    }

    [Fact]
    public async Task TakeIn_AnotherKeyWasFasterInTheGroup_IsStaleAndWritesNothing()
    {
        var group = new SignalGroup("tenant:globex", "it is of the same tenant", TimeSpan.FromHours(1));
        var slow = await AroundAsync("group-slow", group);
        await OpenAsync("group-fast", group);

        Signal[] one = [Firing("group-slow", 1)];

        Assert.Equal(TransactionOutcome.Stale, await signals.TakeInAsync(slow, one, Take(slow, one), Noon, default));
        Assert.Null(await signals.FindDispositionAsync("test", "group-slow-1", default));
    }

    [Fact]
    public async Task TakeIn_IncidentsOpenedLately_AreKnownToTheNext()
    {
        await OpenAsync("lately-1", null);
        var before = (await AroundAsync("lately-2", null)).State.Around!.Storm.Openings.Length;
        await OpenAsync("lately-2", null);

        Assert.Equal((before + 1, Noon), ((await AroundAsync("lately-3", null)).State.Around!.Storm.Openings.Length, (await AroundAsync("lately-3", null)).State.Around!.Storm.Openings[^1]));
    }

    [Fact]
    public async Task Record_Twice_TheFirstStands()
    {
        await signals.RecordAsync("test", "odd", new EventDisposition(Disposition.Unparsed, "first"), Noon, default);
        await signals.RecordAsync("test", "odd", new EventDisposition(Disposition.Ignored, "second"), Noon, default);

        Assert.Equal(new EventDisposition(Disposition.Unparsed, "first"), await signals.FindDispositionAsync("test", "odd", default));
    }

    [Fact]
    public async Task Append_OverAnOlderVersion_IsStale()
    {
        var id = await OpenAsync("append");
        var before = (await incidents.FindAsync(id, default))!;
        var first = Note(id, "one");
        Assert.Equal(TransactionOutcome.Written, await AppendAsync(before, first));

        Assert.Equal(TransactionOutcome.Stale, await AppendAsync(before, Note(id, "two")));
        Assert.Equal("answer one", await incidents.FindAnswerAsync(id, first.CommandId, default));
        Assert.Null(await incidents.FindAnswerAsync(id, "two", default));
    }

    [Fact]
    public async Task Append_Closed_LeavesTheIndexOfOpenIncidents()
    {
        var id = await OpenAsync("closing");
        var before = (await incidents.FindAsync(id, default))!;
        IncidentEvent[] events = [new IncidentResolved(null, "quiet") { At = Noon }, new IncidentClosed { At = Noon }];
        await incidents.AppendAsync(before, events.Aggregate(before.Incident, IncidentFold.Apply), events, Note(id, "close"), "{}", null, default);

        Assert.DoesNotContain(id, await incidents.NotClosedAsync(default));
    }

    [Fact]
    public async Task Wait_RegisteredAgain_TakesTheOldOnesPlace()
    {
        var wait = Wait("waiting", "token-1");
        await waits.RegisterAsync(wait, default);
        var old = Assert.Single(await waits.PendingAsync("waiting", default));
        await waits.RegisterAsync(wait with { TaskToken = "token-2" }, default);

        await waits.ForgetAsync(old, default);

        var left = Assert.Single(await waits.PendingAsync("waiting", default));
        Assert.Equal(("token-2", 7), (left.TaskToken, left.SeenVersion));
        Assert.Equal([Topic.Acknowledged, Topic.Resolved], left.Topics.AsEnumerable());
        await waits.ForgetAsync(left, default);
        Assert.Empty(await waits.PendingAsync("waiting", default));
    }

    [Fact]
    public async Task DirectPage_SeveralEventsAsk_OnlyTheFirstMayAndMayAgain()
    {
        Assert.True(await pages.ClaimAsync("paged", 1, "first", Noon, default));
        Assert.False(await pages.ClaimAsync("paged", 1, "second", Noon, default));
        Assert.True(await pages.ClaimAsync("paged", 1, "first", Noon, default));
        Assert.True(await pages.ClaimAsync("paged", 2, "second", Noon, default));
    }

    private async Task<KnownKey> AroundAsync(string key, SignalGroup? group) =>
        await signals.LookAroundAsync(await signals.FindKeyAsync(key, default), group is null ? [] : [group], default);

    private async Task<string> OpenAsync(string key, SignalGroup? group)
    {
        Signal[] one = [Firing(key, 1)];
        var known = await AroundAsync(key, group);
        var outcome = Take(known, one);
        Assert.Equal(TransactionOutcome.Written, await signals.TakeInAsync(known, one, outcome, Noon, default));
        return outcome.After.Incident!.Id;
    }

    private async Task<string> OpenAsync(string key)
    {
        Signal[] one = [Firing(key, 1)];
        var known = await signals.FindKeyAsync(key, default);
        var outcome = Take(known, one);
        Assert.Equal(TransactionOutcome.Written, await signals.TakeInAsync(known, one, outcome, Noon, default));
        return outcome.After.Incident!.Id;
    }

    private Task<TransactionOutcome> AppendAsync(StoredIncident before, AddNote note)
    {
        IncidentEvent[] events = [new NoteAdded(note.By, note.Text) { At = note.At }];
        return incidents.AppendAsync(before, events.Aggregate(before.Incident, IncidentFold.Apply), events, note, $"answer {note.Text}", null, default);
    }

    private static AddNote Note(string id, string text) =>
        new() { IncidentId = id, At = Noon, CommandId = text, By = new Actor("Ana", "personal link", Proven: true), Text = text };

    private static RegisterWait Wait(string id, string token) => new()
    {
        IncidentId = id,
        At = Noon,
        CommandId = token,
        Generation = 1,
        Topics = [Topic.Acknowledged, Topic.Resolved],
        SeenVersion = 7,
        TaskToken = token,
        Execution = "arn:execution",
        State = "Wait for acknowledgement",
        TimeoutSeconds = 300,
    };

    private static IntakeOutcome Take(KnownKey known, Signal[] taken) => SignalIntake.Take(known.State, taken, Rules, Noon);

    private static IncidentPolicy Rules { get; } = new()
    {
        Severities = new Dictionary<SeverityLevel, SeverityRow>(),
        Routes = [],
        Fallback = new Fallback(IncidentType.GeneralIncident, SeverityLevel.Sev3),
        Escalation = new Dictionary<SeverityLevel, Escalation>(),
        Recovery = new Recovery(TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)),
        People = new Dictionary<string, Person>(),
        Channels = new Channels(null, null),
        LinksExpireAfter = TimeSpan.FromDays(7),
        Correlation = Correlation.Default with { Storm = new StormRule(100, TimeSpan.FromMinutes(5)) },
    };

    private static Signal Firing(string key, int number) => new()
    {
        Source = "test",
        EventId = $"{key}-{number}",
        Status = SignalStatus.Firing,
        Type = IncidentType.GeneralIncident,
        Severity = SeverityLevel.Sev2,
        DedupKey = key,
        Title = key,
        OccurredAt = Noon.AddSeconds(number),
        Account = "111122223333",
        Region = "eu-west-1",
        Route = "any",
    };
}
