using System.Collections.Immutable;
using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Storage;

/// <summary>Groups of alerts, and the watch for storms: which incident they last led to. Each is written only over the revision that was read.</summary>
internal sealed class SurroundingItems(IAmazonDynamoDB dynamo, string table)
{
    private const string IncidentIdName = "incidentId";
    private const string LastAt = "lastAt";
    private const string Openings = "openings";

    /// <summary>Longer than the longest time within which alerts may belong together.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    private readonly IncidentStore incidents = new(dynamo, table);

    /// <summary>Strongly consistent.</summary>
    public async Task<KnownSurroundings> FindAsync(IReadOnlyList<SignalGroup> groups, CancellationToken cancellation)
    {
        var revisions = new Dictionary<string, long>();
        var stored = new Dictionary<string, StoredIncident>();
        var neighbours = ImmutableArray.CreateBuilder<Neighbour>();
        foreach (var group in groups)
        {
            var item = await GetAsync(TableKeys.Group(group.Name)).ConfigureAwait(false);
            var incident = await IncidentOfAsync(item).ConfigureAwait(false);
            neighbours.Add(new Neighbour(group, incident?.Incident, incident?.Attached ?? 0, item is null ? default : item.Time(LastAt)));
        }

        var watch = await GetAsync(TableKeys.Storm).ConfigureAwait(false);
        var umbrella = await IncidentOfAsync(watch).ConfigureAwait(false);
        var storm = watch is null ? StormWatch.Calm : new StormWatch(ReadOpenings(watch), umbrella?.Incident, umbrella?.Attached ?? 0, watch.Time(LastAt));
        return new KnownSurroundings(new Surroundings(neighbours.ToImmutable(), storm), revisions, stored);

        async Task<Dictionary<string, AttributeValue>?> GetAsync(string partition)
        {
            var found = await dynamo.GetItemAsync(new GetItemRequest { TableName = table, Key = Attributes.Key(partition, TableKeys.PointerSort), ConsistentRead = true }, cancellation).ConfigureAwait(false);
            var item = found.Item is { Count: > 0 } some ? some : null;
            revisions[partition] = Revisions.Of(item);
            return item;
        }

        async Task<StoredIncident?> IncidentOfAsync(Dictionary<string, AttributeValue>? item)
        {
            if (item?.TextOrNull(IncidentIdName) is not { } id)
            {
                return null;
            }

            if (!stored.TryGetValue(id, out var incident) && await incidents.FindAsync(id, cancellation).ConfigureAwait(false) is { } found)
            {
                stored[id] = incident = found;
            }

            return incident;
        }
    }

    /// <summary>What to write in the transaction that opened or joined an incident.</summary>
    public IEnumerable<TransactWriteItem> Write(KnownSurroundings known, IntakeState after, DateTimeOffset now)
    {
        foreach (var neighbour in known.Around.Groups)
        {
            var item = Attributes.Key(TableKeys.Group(neighbour.Group.Name), TableKeys.PointerSort);
            item[IncidentIdName] = Attributes.Text(after.Incident!.Id);
            item[LastAt] = Attributes.Time(now);
            yield return Put(item, known, now);
        }

        if (after.Around is { } around && around.Storm != known.Around.Storm)
        {
            var item = Attributes.Key(TableKeys.Storm, TableKeys.PointerSort);
            item[Openings] = Attributes.Text(string.Join(' ', around.Storm.Openings.Select(at => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))));
            item[LastAt] = Attributes.Time(around.Storm.LastAt);
            if (around.Storm.Umbrella is { } umbrella)
            {
                item[IncidentIdName] = Attributes.Text(umbrella.Id);
            }

            yield return Put(item, known, now);
        }
    }

    private static ImmutableArray<DateTimeOffset> ReadOpenings(Dictionary<string, AttributeValue> item) =>
    [
        .. item.Text(Openings).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(at => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture))),
    ];

    private TransactWriteItem Put(Dictionary<string, AttributeValue> item, KnownSurroundings known, DateTimeOffset now)
    {
        item[TableKeys.TimeToLive] = Attributes.Expiry(now + Remembered);
        return new TransactWriteItem { Put = Revisions.Put(table, item, known.Revisions[item[TableKeys.Partition].S]) };
    }
}

/// <summary>Surroundings as they were read.</summary>
/// <param name="Revisions">Partition key → how often its item was written; 0 when never.</param>
/// <param name="Incidents">By id, those that it leads to.</param>
public sealed record KnownSurroundings(Surroundings Around, IReadOnlyDictionary<string, long> Revisions, IReadOnlyDictionary<string, StoredIncident> Incidents);
