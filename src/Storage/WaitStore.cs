using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Incidents;

namespace IncidentServerless.Storage;

/// <summary>Task tokens of workflows that wait for an incident.</summary>
public sealed class WaitStore(IAmazonDynamoDB dynamo, string table)
{
    private const string TopicsName = "topics";
    private const string SeenVersion = "seenVersion";
    private const string Token = "token";

    /// <summary>Keeps the wait, in the place of an older one of the same state.</summary>
    public Task RegisterAsync(RegisterWait wait, CancellationToken cancellation)
    {
        var item = Attributes.Key(TableKeys.Incident(wait.IncidentId), TableKeys.Wait(wait.Execution, wait.State));
        item[TopicsName] = new AttributeValue { L = [.. wait.Topics.Select(topic => Attributes.Text(topic.ToString()))] };
        item[SeenVersion] = Attributes.Number(wait.SeenVersion);
        item[Token] = Attributes.Text(wait.TaskToken);
        item[TableKeys.TimeToLive] = Attributes.Expiry(wait.At.AddSeconds(wait.TimeoutSeconds).AddDays(1));
        return dynamo.PutItemAsync(new PutItemRequest { TableName = table, Item = item }, cancellation);
    }

    /// <summary>The waits of an incident, strongly consistent.</summary>
    public async Task<ImmutableArray<PendingWait>> PendingAsync(string incidentId, CancellationToken cancellation)
    {
        var items = await dynamo.AllAsync(Queries.Within(table, TableKeys.Incident(incidentId), TableKeys.WaitPrefix), cancellation).ConfigureAwait(false);
        return
        [
            .. items.Select(item => new PendingWait(
                incidentId,
                item.Text(TableKeys.Sort),
                [.. item[TopicsName].L.Select(topic => Enum.Parse<Topic>(topic.S))],
                (int)item.Number(SeenVersion),
                item.Text(Token))),
        ];
    }

    /// <summary>Forgets an answered wait, unless its state already waits anew.</summary>
    public async Task ForgetAsync(PendingWait wait, CancellationToken cancellation)
    {
        try
        {
            await dynamo.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = table,
                    Key = Attributes.Key(TableKeys.Incident(wait.IncidentId), wait.SortKey),
                    ConditionExpression = "#token = :token",
                    ExpressionAttributeNames = new() { ["#token"] = Token },
                    ExpressionAttributeValues = new() { [":token"] = Attributes.Text(wait.TaskToken) },
                },
                cancellation).ConfigureAwait(false);
        }
        catch (ConditionalCheckFailedException)
        {
            // The state waits anew with another token, or somebody else forgot this one: nothing is left to forget.
        }
    }
}

/// <summary>A state that waits.</summary>
/// <param name="SortKey">Its place in the table.</param>
public sealed record PendingWait(string IncidentId, string SortKey, ImmutableArray<Topic> Topics, int SeenVersion, string TaskToken);
