using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Storage;

/// <summary>The ledger (what became of each event) and the pointers (what is known of each dedup key).</summary>
public sealed class SignalStore(IAmazonDynamoDB dynamo, string table)
{
    /// <summary>How long an event is recognised, and a key remembered, after the last word of it. Longer than a queue keeps a message.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private const string Status = "status";
    private const string OccurredAt = "occurredAt";
    private const string IncidentIdName = "incidentId";
    private readonly IncidentItems incidents = new(table);
    private readonly IncidentStore store = new(dynamo, table);
    private readonly SurroundingItems surroundings = new(dynamo, table);

    /// <summary>What became of this event before; null when it is new.</summary>
    public async Task<EventDisposition?> FindDispositionAsync(string source, string eventId, CancellationToken cancellation)
    {
        var found = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Attributes.Key(TableKeys.Signal(source, eventId), TableKeys.LedgerSort), ConsistentRead = true },
            cancellation).ConfigureAwait(false);
        return found.Item is { Count: > 0 } item ? LedgerItem.Read(item) : null;
    }

    /// <summary>Records what became of an event that touches no incident. A second record of the same event changes nothing.</summary>
    public async Task RecordAsync(string source, string eventId, EventDisposition disposition, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = LedgerItem.Write(source, eventId, disposition, now + Remembered),
                    ConditionExpression = $"attribute_not_exists({TableKeys.Partition})",
                },
                cancellation).ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            // Another delivery of the same event recorded it first: its answer stands.
        }
    }

    /// <summary>What is known of a dedup key (strongly consistent), to be handed back to <see cref="TakeInAsync"/>.</summary>
    public async Task<KnownKey> FindKeyAsync(string dedupKey, CancellationToken cancellation)
    {
        var found = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Attributes.Key(TableKeys.Pointer(dedupKey), TableKeys.PointerSort), ConsistentRead = true },
            cancellation).ConfigureAwait(false);
        if (found.Item is not { Count: > 0 } item)
        {
            return new KnownKey(dedupKey, 0, IntakeState.Unknown, null);
        }

        var pointer = new DedupPointer(
            item.TextOrNull(IncidentIdName),
            Enum.Parse<SignalStatus>(item.Text(Status)),
            item.Time(OccurredAt));
        var incident = pointer.IncidentId is { } id ? await store.FindAsync(id, cancellation).ConfigureAwait(false) : null;
        return new KnownKey(dedupKey, Revisions.Of(item), new IntakeState(pointer, incident?.Incident, incident?.Attached ?? 0), incident);
    }

    /// <summary>The same key with what is known around it, where its alerts may belong if they open no incident of their own.</summary>
    public async Task<KnownKey> LookAroundAsync(KnownKey known, IReadOnlyList<SignalGroup> groups, CancellationToken cancellation)
    {
        var around = await surroundings.FindAsync(groups, cancellation).ConfigureAwait(false);
        return known with { State = known.State with { Around = around.Around }, Surroundings = around };
    }

    /// <summary>Writes ledger entries, pointer, incident, timeline and what is around it in one transaction, if all is still as it was known.</summary>
    /// <param name="signals">The signals of this key, at most 25, with the outcome's dispositions in the same order.</param>
    public async Task<TransactionOutcome> TakeInAsync(
        KnownKey known,
        IReadOnlyList<Signal> signals,
        IntakeOutcome outcome,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        List<TransactWriteItem> writes =
        [
            .. signals.Zip(outcome.Dispositions, (signal, disposition) => new TransactWriteItem
            {
                Put = new Put
                {
                    TableName = table,
                    Item = LedgerItem.Write(signal.Source, signal.EventId, disposition, now + Remembered),
                    ConditionExpression = $"attribute_not_exists({TableKeys.Partition})",
                },
            }),
            new() { Put = Pointer(known, outcome.After, now) },
            .. WriteIncident(known, outcome),
            .. known.Surroundings is { } around && outcome.After.Incident is { } led && led.Id != known.State.Incident?.Id ? surroundings.Write(around, outcome.After, now) : [],
        ];
        try
        {
            await dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = writes }, cancellation).ConfigureAwait(false);
            return TransactionOutcome.Written;
        }
        catch (TransactionCanceledException cancelled) when (cancelled.IsStale())
        {
            return TransactionOutcome.Stale;
        }
    }

    private IEnumerable<TransactWriteItem> WriteIncident(KnownKey known, IntakeOutcome outcome)
    {
        if (outcome.After.Incident is not { } after || (outcome.Events.IsEmpty && outcome.After.Attached == known.State.Attached))
        {
            return [];
        }

        var before = known.Incident is { } stored && stored.Incident.Id == after.Id ? stored : known.Surroundings?.Incidents.GetValueOrDefault(after.Id);
        return incidents.Write(before, after, outcome.After.Attached, outcome.Events);
    }

    private Put Pointer(KnownKey known, IntakeState after, DateTimeOffset now)
    {
        var pointer = after.Pointer!;
        var item = Attributes.Key(TableKeys.Pointer(known.DedupKey), TableKeys.PointerSort);
        item[Status] = Attributes.Text(pointer.Status.ToString());
        item[OccurredAt] = Attributes.Time(pointer.OccurredAt);
        if (pointer.IncidentId is { } incidentId)
        {
            item[IncidentIdName] = Attributes.Text(incidentId);
        }

        // While its incident is open the pointer has no end: else a long incident would be opened twice.
        if (after.Incident is not { IsActive: true } && pointer.Status == SignalStatus.Recovered)
        {
            item[TableKeys.TimeToLive] = Attributes.Expiry(now + Remembered);
        }

        return Revisions.Put(table, item, known.Revision);
    }
}

/// <summary>A dedup key as it was read.</summary>
/// <param name="Revision">How often its pointer was written; 0 when never.</param>
public sealed record KnownKey(string DedupKey, long Revision, IntakeState State, StoredIncident? Incident)
{
    /// <summary>Null when nobody looked.</summary>
    public KnownSurroundings? Surroundings { get; init; }
}
