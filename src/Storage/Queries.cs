using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace IncidentServerless.Storage;

internal static class Queries
{
    /// <summary>All items of a partition whose sort key begins so, strongly consistent.</summary>
    public static QueryRequest Within(string table, string partition, string sortPrefix) => new()
    {
        TableName = table,
        ConsistentRead = true,
        KeyConditionExpression = "#partition = :partition AND begins_with(#sort, :prefix)",
        ExpressionAttributeNames = new() { ["#partition"] = TableKeys.Partition, ["#sort"] = TableKeys.Sort },
        ExpressionAttributeValues = new() { [":partition"] = Attributes.Text(partition), [":prefix"] = Attributes.Text(sortPrefix) },
    };

    /// <summary>Every page of a query.</summary>
    public static async Task<List<Dictionary<string, AttributeValue>>> AllAsync(this IAmazonDynamoDB dynamo, QueryRequest query, CancellationToken cancellation)
    {
        List<Dictionary<string, AttributeValue>> items = [];
        do
        {
            var page = await dynamo.QueryAsync(query, cancellation).ConfigureAwait(false);
            items.AddRange(page.Items ?? []);
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return items;
    }
}
