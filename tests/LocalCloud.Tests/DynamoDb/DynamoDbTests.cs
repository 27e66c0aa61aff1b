using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.DynamoDb;

[Collection("cloud")]
public sealed class DynamoDbTests(CloudFixture fixture)
{
    private const string Table = """
        "Store": {"Type": "AWS::DynamoDB::Table", "Properties": {"KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}],
            "BillingMode": "PAY_PER_REQUEST", "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": true}, "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true}}}
        """;

    private const string Grant = """{"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"}""";

    [Fact]
    public async Task Item_PutByAFunction_IsThereInThisWorldAndGoneInTheNext()
    {
        var template = Of(Role(Grant), Function(), Table);
        await using (var cloud = await fixture.WorldAsync(template))
        {
            var table = cloud.Stack.Find("AWS::DynamoDB::Table", "Store")!.PhysicalName;
            await CallAsync(cloud, "PutItem", $$$"""{"TableName": "{{{table}}}", "Item": {"PK": {"S": "a"}, "ttl": {"N": "1"} } }""");
            Assert.Equal("a", (string?)(await CallAsync(cloud, "GetItem", Get(table)))["body"]!["Item"]!["PK"]!["S"]);
        }

        await using var next = await fixture.WorldAsync(template);

        Assert.Null((await CallAsync(next, "GetItem", Get(next.Stack.Find("AWS::DynamoDB::Table", "Store")!.PhysicalName)))["body"]!["Item"]);
    }

    [Fact]
    public async Task Call_ToATableThatIsNotThere_IsRefusedByDynamoDb()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Grant), Function(), Table));

        var answer = await CallAsync(cloud, "GetItem", Get("nothing"));

        Assert.Equal(400, (int)answer["status"]!);
        Assert.EndsWith("ResourceNotFoundException", (string?)answer["body"]!["__type"]);
    }

    private static string Get(string table) => $$$"""{"TableName": "{{{table}}}", "Key": {"PK": {"S": "a"}}, "ConsistentRead": true}""";

    private static async Task<JsonNode> CallAsync(Cloud cloud, string operation, string input) =>
        JsonNode.Parse((await cloud.Functions.InvokeAsync("Toy", $$$"""{"do": "call", "service": "dynamodb", "target": "DynamoDB_20120810.{{{operation}}}", "input": {{{input}}} }""")).Payload)!;
}
