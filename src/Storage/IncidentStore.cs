using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Storage;

/// <summary>Incidents, their timelines and the commands that changed them.</summary>
public sealed class IncidentStore(IAmazonDynamoDB dynamo, string table)
{
    /// <summary>How long a command is remembered: longer than any retry of it.</summary>
    private static readonly TimeSpan CommandsLive = TimeSpan.FromDays(30);

    private const string Answer = "answer";
    private readonly IncidentItems items = new(table);
    private readonly RemediationLedger limits = new(dynamo, table);

    /// <summary>The incident as last written (strongly consistent); null when there is none.</summary>
    public async Task<StoredIncident?> FindAsync(string incidentId, CancellationToken cancellation)
    {
        var found = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Attributes.Key(TableKeys.Incident(incidentId), TableKeys.Meta), ConsistentRead = true },
            cancellation).ConfigureAwait(false);
        return found.Item is { Count: > 0 } item ? IncidentItems.Read(item) : null;
    }

    /// <summary>Everything that happened, oldest first (strongly consistent); empty when there is no such incident.</summary>
    public async Task<ImmutableArray<IncidentEvent>> TimelineAsync(string incidentId, CancellationToken cancellation)
    {
        var items = await dynamo.AllAsync(Queries.Within(table, TableKeys.Incident(incidentId), TableKeys.EventPrefix), cancellation).ConfigureAwait(false);
        return [.. items.Select(IncidentItems.ReadEvent)];
    }

    /// <summary>The answer that this command got before; null when it is new.</summary>
    public async Task<string?> FindAnswerAsync(string incidentId, string commandId, CancellationToken cancellation)
    {
        var found = await dynamo.GetItemAsync(
            new GetItemRequest { TableName = table, Key = Attributes.Key(TableKeys.Incident(incidentId), TableKeys.Command(commandId)), ConsistentRead = true },
            cancellation).ConfigureAwait(false);
        return found.Item is { Count: > 0 } item ? item.Text(Answer) : null;
    }

    /// <summary>Appends what a command made happen, with the command's identity and answer, in one transaction.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="after">With <paramref name="events"/> applied; there is at least one.</param>
    /// <param name="spending">What a runbook had done lately when this was decided, and what it has with these events; null for what no limit counts.</param>
    public async Task<TransactionOutcome> AppendAsync(
        StoredIncident before,
        Incident after,
        IReadOnlyList<IncidentEvent> events,
        IncidentCommand command,
        string answer,
        (KnownSpending Known, RemediationSpending After)? spending,
        CancellationToken cancellation)
    {
        var remembered = Attributes.Key(TableKeys.Incident(after.Id), TableKeys.Command(command.CommandId));
        remembered[Answer] = Attributes.Text(answer);
        remembered[TableKeys.TimeToLive] = Attributes.Expiry(command.At + CommandsLive);
        List<TransactWriteItem> writes =
        [
            .. items.Write(before, after, before.Attached, events),
            new() { Put = new Put { TableName = table, Item = remembered, ConditionExpression = $"attribute_not_exists({TableKeys.Partition})" } },
            .. spending is { } spent ? limits.Writes(spent.Known, spent.After) : [],
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

    /// <summary>The ids of incidents that are not closed, oldest first. From an index, so an incident of this second may be missing.</summary>
    public async Task<ImmutableArray<string>> NotClosedAsync(CancellationToken cancellation)
    {
        var found = await dynamo.AllAsync(
            new QueryRequest
            {
                TableName = table,
                IndexName = TableKeys.OpenByTime,
                KeyConditionExpression = "#open = :open",
                ExpressionAttributeNames = new() { ["#open"] = TableKeys.Open },
                ExpressionAttributeValues = new() { [":open"] = Attributes.Text(TableKeys.Open) },
            },
            cancellation).ConfigureAwait(false);
        return [.. found.Select(item => TableKeys.IncidentIdOf(item.Text(TableKeys.Partition)))];
    }
}
