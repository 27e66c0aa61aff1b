using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Storage;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>An incident as it is stored.</summary>
/// <param name="Attached">Signals attached to it, without the one that opened it.</param>
internal sealed record IncidentRecord(Incident Incident, long Attached, ImmutableArray<IncidentEvent> Timeline);

/// <summary>Reads what the suite has stored, as an operator with all rights would.</summary>
internal sealed class IncidentBook : IDisposable
{
    private readonly AmazonDynamoDBClient dynamo;
    private readonly IncidentStore incidents;
    private readonly LedgerReader ledger;

    public IncidentBook(Uri endpoint, string region, string table)
    {
        // The local cloud takes a key that names none of its functions for the operator's.
        dynamo = new AmazonDynamoDBClient(
            new BasicAWSCredentials("operator", "operator"),
            new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = region, MaxErrorRetry = 0 });
        incidents = new IncidentStore(dynamo, table);
        ledger = new LedgerReader(dynamo, table);
    }

    /// <summary>What became of every event so far.</summary>
    public Task<ImmutableArray<LedgerEntry>> LedgerAsync() => ledger.AllAsync(CancellationToken.None);

    /// <summary>Every incident so far, oldest first.</summary>
    public async Task<ImmutableArray<IncidentRecord>> IncidentsAsync()
    {
        var ids = (await LedgerAsync()).Select(entry => entry.Outcome.IncidentId).OfType<string>().Distinct();
        var records = await Task.WhenAll(ids.Select(FindAsync));
        return [.. records.OfType<IncidentRecord>().OrderBy(record => record.Incident.OpenedAt).ThenBy(record => record.Incident.Id, StringComparer.Ordinal)];
    }

    public void Dispose() => dynamo.Dispose();

    private async Task<IncidentRecord?> FindAsync(string id) =>
        await incidents.FindAsync(id, CancellationToken.None) is { } stored
            ? new IncidentRecord(stored.Incident, stored.Attached, await incidents.TimelineAsync(id, CancellationToken.None))
            : null;
}
