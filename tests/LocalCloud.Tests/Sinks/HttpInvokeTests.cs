using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Sinks;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Sinks;

[Collection("cloud")]
public sealed class HttpInvokeTests(CloudFixture fixture)
{
    private const string Connection = """
        "Pager": {"Type": "AWS::Events::Connection", "Properties": {"Name": "pager", "AuthorizationType": "API_KEY", "AuthParameters": {
            "ApiKeyAuthParameters": {"ApiKeyName": "X-Client", "ApiKeyValue": "toy"},
            "InvocationHttpParameters": {"BodyParameters": [{"Key": "routing_key", "Value": "{{resolve:secretsmanager:pager:SecretString:::}}", "IsValueSecret": true}]}}}}
        """;

    private const string Trigger = """{"event_action": "trigger", "payload": {"summary": "s", "source": "x", "severity": "critical"}}""";

    [Fact]
    public async Task Call_ToAKnownVendor_ConnectionAddsTheKeyAndTheResultIsTheAnswer()
    {
        await using var cloud = await WorldAsync("https://events.pagerduty.com/v2/enqueue", Trigger);

        var execution = await cloud.RunAsync();

        var output = JsonNode.Parse(execution.Output!)!;
        Assert.Equal((202, "Accepted", "success"), ((int)output["StatusCode"]!, (string?)output["StatusText"], (string?)output["ResponseBody"]!["status"]));
        var called = Assert.Single(cloud.Observations.Of<HttpCalled>());
        Assert.Equal(DynamicReferences.FakeSecret("pager"), (string?)JsonNode.Parse(called.Body)!["routing_key"]);
        Assert.DoesNotContain(DynamicReferences.FakeSecret("pager"), execution.History.Select(happened => happened.Details?.ToJsonString() ?? "").Aggregate(string.Concat));
    }

    [Fact]
    public async Task Call_ThatTheVendorRefuses_FailsWithTheStatusAndTheAnswer()
    {
        await using var cloud = await WorldAsync("https://events.pagerduty.com/v2/enqueue", """{"event_action": "page"}""");

        var execution = await cloud.RunAsync();

        Assert.Equal("States.Http.StatusCode.400", execution.Error);
        Assert.Contains("Event object is invalid", execution.Cause);
    }

    [Fact]
    public async Task Call_ToAnyOtherHost_IsRefused()
    {
        await using var cloud = await WorldAsync("https://example.com/", "{}");

        var execution = await cloud.RunAsync();

        Assert.Equal(("States.Http.Socket", "The local cloud calls no host outside; it stands in for api.statuspage.io, events.pagerduty.com, hooks.slack.com, slack.com, not for example.com."), (execution.Error, execution.Cause));
    }

    [Fact]
    public async Task Fault_OnAHost_AnswersInstead()
    {
        await using var cloud = await WorldAsync("https://events.pagerduty.com/v2/enqueue", Trigger);
        cloud.Sinks.Fault("events.pagerduty.com", _ => new SinkAnswer(503, "busy"));

        Assert.Equal("States.Http.StatusCode.503", (await cloud.RunAsync()).Error);
    }

    private Task<Cloud> WorldAsync(string url, string body) => fixture.WorldAsync(Of(Role(Everything), Function(), Connection, $$$"""
        "Flow": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"StateMachineName": "Flow", "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]},
            "DefinitionString": {{{System.Text.Json.JsonSerializer.Serialize($$"""{"QueryLanguage": "JSONata", "StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true, "Arguments": {"ApiEndpoint": "{{url}}", "Method": "POST", "Authentication": {"ConnectionArn": "${Pager}"}, "RequestBody": {{body}} } } } }""")}}},
            "DefinitionSubstitutions": {"Pager": {"Fn::GetAtt": ["Pager", "Arn"]} } } }
        """));
}
