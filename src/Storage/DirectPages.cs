using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace IncidentServerless.Storage;

/// <summary>Claims of the classifier's own page, so that it goes out once even when many messages find that workflows do not start.</summary>
public sealed class DirectPages(IAmazonDynamoDB dynamo, string table)
{
    private const string EventId = "eventId";

    /// <summary>Whether this event may page: it is the first to ask, or it asked before and did not say that it was done (a crash between sending and saying so).</summary>
    public async Task<bool> ClaimAsync(string incidentId, int generation, string eventId, DateTimeOffset now, CancellationToken cancellation)
    {
        var item = Attributes.Key(TableKeys.Incident(incidentId), TableKeys.DirectPage(generation));
        item[EventId] = Attributes.Text(eventId);
        item[TableKeys.TimeToLive] = Attributes.Expiry(now.AddDays(30));
        try
        {
            await dynamo.PutItemAsync(
                new PutItemRequest
                {
                    TableName = table,
                    Item = item,
                    ConditionExpression = $"attribute_not_exists({TableKeys.Partition}) OR #event = :event",
                    ExpressionAttributeNames = new() { ["#event"] = EventId },
                    ExpressionAttributeValues = new() { [":event"] = Attributes.Text(eventId) },
                },
                cancellation).ConfigureAwait(false);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }
}
