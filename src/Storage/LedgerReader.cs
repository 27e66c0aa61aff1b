using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Intake;

namespace IncidentServerless.Storage;

/// <summary>Reads the whole ledger. It reads the whole table for that: for looking at a small table from outside, never for a function.</summary>
public sealed class LedgerReader(IAmazonDynamoDB dynamo, string table)
{
    private const string Ledger = "#sort = :ledger";

    /// <summary>What became of every event (strongly consistent), in no particular order.</summary>
    public async Task<ImmutableArray<LedgerEntry>> AllAsync(CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var scan = new ScanRequest
        {
            TableName = table,
            ConsistentRead = true,
            FilterExpression = Ledger,
            ExpressionAttributeNames = new() { ["#sort"] = TableKeys.Sort },
            ExpressionAttributeValues = new() { [":ledger"] = Attributes.Text(TableKeys.LedgerSort) },
        };
        do
        {
            var page = await dynamo.ScanAsync(scan, cancellation).ConfigureAwait(false);
            entries.AddRange((page.Items ?? []).Select(item => new LedgerEntry(item.Text(TableKeys.Partition), LedgerItem.Read(item))));
            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });

        return entries.ToImmutable();
    }
}

/// <summary>One event's entry in the ledger.</summary>
/// <param name="Key">As <see cref="TableKeys.Signal"/> prints it: the source and the event's id.</param>
public sealed record LedgerEntry(string Key, EventDisposition Outcome);
