using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Storage.Tests;

/// <summary>DynamoDB Local with a table of the stack's shape.</summary>
public sealed class TableFixture : IAsyncLifetime
{
    public const string Table = "incidents";

    private const string Template = """
        {"Resources":{"Table":{"Type":"AWS::DynamoDB::Table","Properties":{
          "TableName":"incidents","BillingMode":"PAY_PER_REQUEST",
          "AttributeDefinitions":[{"AttributeName":"PK","AttributeType":"S"},{"AttributeName":"SK","AttributeType":"S"},
                                  {"AttributeName":"open","AttributeType":"S"},{"AttributeName":"openedAt","AttributeType":"S"}],
          "KeySchema":[{"AttributeName":"PK","KeyType":"HASH"},{"AttributeName":"SK","KeyType":"RANGE"}],
          "GlobalSecondaryIndexes":[{"IndexName":"open-by-time","Projection":{"ProjectionType":"KEYS_ONLY"},
            "KeySchema":[{"AttributeName":"open","KeyType":"HASH"},{"AttributeName":"openedAt","KeyType":"RANGE"}]}]}}}}
        """;

    private CloudHost host = null!;
    private Cloud cloud = null!;

    public IAmazonDynamoDB Dynamo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        host = await CloudHost.StartAsync(new CloudHostOptions
        {
            FunctionCommand = function => throw new InvalidOperationException($"No function runs here, and not {function}."),
            NodeModules = NpmPackages.InstalledAbove(AppContext.BaseDirectory).Folder,
        });
        cloud = await host.NewWorldAsync(new WorldOptions { Template = (JsonObject)JsonNode.Parse(Template)!, Clock = new RealClock() });
        Dynamo = new AmazonDynamoDBClient(
            new BasicAWSCredentials("operator", "operator"),
            new AmazonDynamoDBConfig { ServiceURL = cloud.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });
    }

    public async Task DisposeAsync()
    {
        Dynamo.Dispose();
        await cloud.DisposeAsync();
        await host.DisposeAsync();
    }
}
