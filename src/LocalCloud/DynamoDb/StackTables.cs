using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.DynamoDb;

/// <summary>The template's tables in DynamoDB Local. Their TTL is never set: DynamoDB Local would delete by the wall clock.</summary>
internal sealed class StackTables(IAwsService dynamoDb, Stack stack)
{
    private static readonly string[] Kept = ["AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"];
    private static readonly string[] KeptOfIndex = ["IndexName", "KeySchema", "Projection"];

    private IEnumerable<StackResource> Tables => stack.OfType("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable");

    public async Task CreateAsync()
    {
        foreach (var table in Tables)
        {
            await DropAsync(table);
            await CallAsync("CreateTable", CreateInput(table));
        }
    }

    public async Task DropAsync()
    {
        foreach (var table in Tables)
            await DropAsync(table);
    }

    private static JsonObject CreateInput(StackResource table)
    {
        var input = Only(table.Properties, Kept);
        input["TableName"] = table.PhysicalName;
        input["BillingMode"] = "PAY_PER_REQUEST";
        foreach (var indexes in new[] { "GlobalSecondaryIndexes", "LocalSecondaryIndexes" })
            if (input[indexes] is JsonArray list)
                input[indexes] = new JsonArray([.. list.Select(index => (JsonNode)Only((JsonObject)index!, KeptOfIndex))]);
        return input;
    }

    private static JsonObject Only(JsonObject properties, string[] members) =>
        new(members.Where(properties.ContainsKey).Select(member => KeyValuePair.Create(member, properties[member]?.DeepClone())));

    private async Task DropAsync(StackResource table)
    {
        try
        {
            await CallAsync("DeleteTable", new JsonObject { ["TableName"] = table.PhysicalName });
        }
        catch (AwsError error) when (error.Code == "ResourceNotFoundException")
        {
            // There is none: just what was wanted.
        }
        catch (HttpRequestException)
        {
            // The database has ended, as on Ctrl-C in a terminal, which reaches it too; its tables were in memory.
        }
    }

    private Task CallAsync(string operation, JsonObject input) =>
        dynamoDb.CallAsync(new ServiceCall("dynamodb", operation, input, Caller.Operator), CancellationToken.None);
}
