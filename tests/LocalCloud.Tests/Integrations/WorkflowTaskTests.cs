using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Integrations;

[Collection("cloud")]
public sealed class WorkflowTaskTests(CloudFixture fixture)
{
    [Fact]
    public async Task LambdaInvoke_FunctionAnswers_ResultHasPayloadAndMetadata()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("arn:aws:states:::lambda:invoke", """{"FunctionName": "${Toy}", "Payload": {"a": 1}}""")));

        var output = JsonNode.Parse((await cloud.RunAsync()).Output!)!;

        Assert.Equal((1, "$LATEST", 200, 200), ((int)output["Payload"]!["a"]!, (string?)output["ExecutedVersion"], (int)output["StatusCode"]!, (int)output["SdkHttpMetadata"]!["HttpStatusCode"]!));
    }

    [Fact]
    public async Task LambdaInvoke_FunctionThrows_ErrorIsItsTypeAndCauseItsJson()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("arn:aws:states:::lambda:invoke", """{"FunctionName": "${Toy}", "Payload": {"do": "throw"}}""")));

        var execution = await cloud.RunAsync();

        Assert.Equal(("FAILED", "Toy", """{"errorType":"Toy","errorMessage":"as asked"}"""), (execution.Status, execution.Error, execution.Cause));
    }

    [Fact]
    public async Task LambdaArn_AsResource_ResultIsThePayload()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("${Toy}", """{"a": 1}""")));

        Assert.Equal("""{"a":1}""", (await cloud.RunAsync()).Output);
    }

    [Fact]
    public async Task SnsPublish_WithAnObjectAsMessage_PublishesItsJson()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Topic, Workflow("arn:aws:states:::sns:publish", """{"TopicArn": "${Topic}", "Message": {"a": 1}, "Subject": "s"}""")));

        var execution = await cloud.RunAsync();

        var published = Assert.Single(cloud.Observations.Of<NotificationPublished>());
        Assert.Equal(("""{"a":1}""", published.MessageId), (published.Message, (string?)JsonNode.Parse(execution.Output!)!["MessageId"]));
    }

    [Fact]
    public async Task SnsPublish_TopicIsGone_IsNamedAsStepFunctionsNamesIt()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("arn:aws:states:::sns:publish", """{"TopicArn": "${Topic}", "Message": "m"}""")));

        var execution = await cloud.RunAsync();

        Assert.Equal("SNS.NotFoundException", execution.Error);
        Assert.StartsWith("Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: ", execution.Cause);
    }

    [Fact]
    public async Task PutEvents_ReachesTheBus()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("arn:aws:states:::events:putEvents", """{"Entries": [{"Source": "my.app", "DetailType": "Done", "Detail": {"a": 1}}]}""")));

        var execution = await cloud.RunAsync();

        var received = Assert.Single(cloud.Observations.Of<EventReceived>(), received => (string?)received.Envelope["source"] == "my.app");
        Assert.Equal(1, (int)received.Envelope["detail"]!["a"]!);
        Assert.Equal(0, (int)JsonNode.Parse(execution.Output!)!["FailedEntryCount"]!);
    }

    [Fact]
    public async Task PutEvents_EntryIsRefused_TaskFails()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("arn:aws:states:::events:putEvents", """{"Entries": [{"Source": "aws.mine", "DetailType": "Done", "Detail": {}}]}""")));

        Assert.Equal("EventBridge.FailedEntry", (await cloud.RunAsync()).Error);
    }

    [Fact]
    public async Task AwsSdk_OfAnEmulatedService_ResultHasTheSdksNamesAndMoments()
    {
        const string parameter = """ "Switch": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/switch", "Type": "String", "Value": "on"}} """;
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), parameter, Workflow("arn:aws:states:::aws-sdk:ssm:getParameter", """{"Name": "/switch"}""")));

        var answer = JsonNode.Parse((await cloud.RunAsync()).Output!)!["Parameter"]!;

        Assert.Equal(("on", "arn:aws:ssm:eu-west-1:111122223333:parameter/switch"), ((string?)answer["Value"], (string?)answer["Arn"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string?)answer["LastModifiedDate"]);
    }

    [Fact]
    public async Task AwsSdk_OfAnEmulatedService_ResultHasNoMetadataAndErrorsTheSdksNames()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Workflow("arn:aws:states:::aws-sdk:ssm:getParameter", """{"Name": "/nothing"}""")));

        var execution = await cloud.RunAsync();

        Assert.Equal("Ssm.ParameterNotFoundException", execution.Error);
        Assert.EndsWith("(SDK Attempt Count: 1)", execution.Cause);
    }

    [Fact]
    public async Task Execution_ItsStatusChanges_ReachTheBus()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Machine("""{"Type": "Fail", "Error": "Broken"}""")));

        await cloud.RunAsync();

        Assert.Equal(["RUNNING", "FAILED"], cloud.Observations.Of<EventReceived>().Select(received => (string?)received.Envelope["detail"]!["status"]));
        Assert.Equal(("Flow", "FAILED", "Broken"), cloud.Observations.Of<ExecutionEnded>().Select(ended => (ended.StateMachine, ended.Status, ended.Error)).Single());
    }

    [Fact]
    public async Task Wait_OfTwoWeeks_TakesNoRealTime()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(Everything), Function(), Machine("""{"Type": "Wait", "Seconds": 1209600, "End": true}""")));

        var execution = await cloud.RunAsync();

        Assert.Equal((CloudFixture.Start.AddDays(14), "SUCCEEDED"), (execution.StopDate, execution.Status));
    }
}
