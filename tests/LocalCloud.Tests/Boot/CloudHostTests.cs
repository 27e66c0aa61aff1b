using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Boot;

[Collection("cloud")]
public sealed class CloudHostTests(CloudFixture fixture)
{
    [Fact]
    public async Task NewWorld_WhileOneIsOpen_IsRefused()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role()));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => fixture.WorldAsync(Of(Role())));

        Assert.Equal("One world is open at a time: dispose the one before first.", error.Message);
    }

    [Fact]
    public async Task NewWorld_WhoseTemplateIsRefused_LeavesRoomForTheNext()
    {
        await Assert.ThrowsAsync<TemplateException>(() => fixture.WorldAsync(Of(Role(), Machine("""{"Type": "Nonsense"}"""), Function())));

        await using var cloud = await fixture.WorldAsync(Of(Role()));
    }

    [Fact]
    public async Task NewWorld_WithResourcesThatAreNotEmulated_NamesThem()
    {
        await using var cloud = await fixture.WorldAsync(Of("""
            "Board": {"Type": "AWS::CloudWatch::Dashboard", "Properties": {"DashboardBody": "{}"}}, "Meta": {"Type": "AWS::CDK::Metadata"}
            """));

        Assert.Equal(["Board (AWS::CloudWatch::Dashboard)"], cloud.NotEmulated);
    }

    [Theory]
    [InlineData("""
        "Q": {"Type": "AWS::SQS::Queue", "Properties": {"FifoQueue": true}}
        """, "'Q' (AWS::SQS::Queue) is FIFO; the local cloud emulates standard queues and topics only.")]
    [InlineData("""
        "R": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": "mine", "EventPattern": {"source": ["x"]}}}
        """, "The rule 'R' is on the bus 'mine'; the local cloud has the default bus only.")]
    public async Task NewWorld_WithWhatWouldBehaveOtherwise_IsRefused(string resource, string expected)
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => fixture.WorldAsync(Of(resource)));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_SaysWhatToDo()
    {
        var error = await Assert.ThrowsAsync<EndpointException>(() => CloudHost.StartAsync(new CloudHostOptions { FunctionCommand = CloudFixture.ToyCommand, Port = fixture.Host.Endpoint.Port }));

        Assert.EndsWith("Choose another port, or 0 for a free one.", error.Message);
    }

    [Fact]
    public async Task NewWorld_WithATableButNoNpmPackages_SaysWhatIsMissing()
    {
        await using var host = await CloudHost.StartAsync(new CloudHostOptions { FunctionCommand = CloudFixture.ToyCommand });
        var template = Of("""
            "Store": {"Type": "AWS::DynamoDB::Table", "Properties": {"KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}]}}
            """);

        await Assert.ThrowsAsync<DynamoDbLocalException>(() => host.NewWorldAsync(new WorldOptions { Template = (JsonObject)JsonNode.Parse(template)!, Clock = new VirtualClock(CloudFixture.Start) }));
    }

    [Fact]
    public async Task Start_WithAFolderWithoutDynamoDbLocal_TheFirstWorldWithATableSaysWhatToDo()
    {
        await using var host = await CloudHost.StartAsync(new CloudHostOptions { FunctionCommand = CloudFixture.ToyCommand, NodeModules = AppContext.BaseDirectory });
        var template = Of("""
            "Store": {"Type": "AWS::DynamoDB::Table", "Properties": {"KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}]}}
            """);

        var error = await Assert.ThrowsAsync<DynamoDbLocalException>(() => host.NewWorldAsync(new WorldOptions { Template = (JsonObject)JsonNode.Parse(template)!, Clock = new VirtualClock(CloudFixture.Start) }));

        Assert.EndsWith("Run 'npm ci' in the folder of package.json, then try again.", error.Message);
    }
}
