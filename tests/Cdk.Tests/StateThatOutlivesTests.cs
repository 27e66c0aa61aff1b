using System.Text.Json.Nodes;
using IncidentServerless.Storage;

namespace IncidentServerless.Cdk.Tests;

[Collection(SynthesisedStacks.Name)]
public class StateThatOutlivesTests(Stacks stacks)
{
    [Theory]
    [InlineData("AWS::DynamoDB::Table")]
    [InlineData("AWS::KMS::Key")]
    public void State_WhenTheStackGoes_IsRetained(string type)
    {
        var resource = Assert.Single(stacks.Whole.Of(type));

        Assert.Equal("Retain", resource.Body["DeletionPolicy"]!.GetValue<string>());
        Assert.Equal("Retain", resource.Body["UpdateReplacePolicy"]!.GetValue<string>());
    }

    [Fact]
    public void Table_OfIncidents_CanBeRestoredAndExpiresItems()
    {
        var table = Assert.Single(stacks.Whole.Of("AWS::DynamoDB::Table")).Properties;

        Assert.True(table["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!.GetValue<bool>());
        Assert.Equal(TableKeys.TimeToLive, table["TimeToLiveSpecification"]!["AttributeName"]!.GetValue<string>());
        Assert.Equal("PAY_PER_REQUEST", table["BillingMode"]!.GetValue<string>());
    }

    [Fact]
    public void Table_OfIncidents_HasTheKeysThatStorageUses()
    {
        var table = Assert.Single(stacks.Whole.Of("AWS::DynamoDB::Table")).Properties;
        var index = Assert.Single(table["GlobalSecondaryIndexes"]!.AsArray())!;

        Assert.Equal([TableKeys.Partition, TableKeys.Sort], Names(table));
        Assert.Equal(TableKeys.OpenByTime, index["IndexName"]!.GetValue<string>());
        Assert.Equal([TableKeys.Open, TableKeys.OpenedAt], Names(index));

        static IEnumerable<string> Names(JsonNode keyed) => keyed["KeySchema"]!.AsArray().Select(key => key!["AttributeName"]!.GetValue<string>());
    }

    [Fact]
    public void LinkKey_ForMacs_CanDoNothingElse()
    {
        var key = Assert.Single(stacks.Whole.Of("AWS::KMS::Key")).Properties;

        Assert.Equal("HMAC_256", key["KeySpec"]!.GetValue<string>());
        Assert.Equal("GENERATE_VERIFY_MAC", key["KeyUsage"]!.GetValue<string>());
    }

    [Fact]
    public void Logs_OfEveryFunction_ExpireInAGroupOfTheStack()
    {
        Assert.All(stacks.Whole.Of("AWS::Lambda::Function"), function =>
        {
            var group = stacks.Whole.The(function.Properties["LoggingConfig"]!["LogGroup"]!["Ref"]!.GetValue<string>());
            Assert.Equal(90, group.Properties["RetentionInDays"]!.GetValue<int>());
        });
    }
}
