using Amazon.DynamoDBv2.Model;

namespace IncidentServerless.Storage;

/// <summary>Items that several may write: each write counts, and holds only over what was read.</summary>
internal static class Revisions
{
    private const string Revision = "revision";

    /// <summary>How often the item was written; 0 for one that is not there.</summary>
    public static long Of(Dictionary<string, AttributeValue>? item) => item?.Number(Revision) ?? 0;

    /// <summary>Writes the item if it is still as it was read.</summary>
    /// <param name="revision">Of the item as it was read; 0 when it was not there.</param>
    public static Put Put(string table, Dictionary<string, AttributeValue> item, long revision)
    {
        item[Revision] = Attributes.Number(revision + 1);
        return revision == 0
            ? new Put { TableName = table, Item = item, ConditionExpression = $"attribute_not_exists({TableKeys.Partition})" }
            : new Put
            {
                TableName = table,
                Item = item,
                ConditionExpression = "#revision = :revision",
                ExpressionAttributeNames = new() { ["#revision"] = Revision },
                ExpressionAttributeValues = new() { [":revision"] = Attributes.Number(revision) },
            };
    }
}
