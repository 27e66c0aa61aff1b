using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Cdk.Tests;

/// <summary>What comes in: alarms by rule and topic, people by the URL.</summary>
[Collection(SynthesisedStacks.Name)]
public class SignalAndResponseTests(Stacks stacks)
{
    private Template Stack => stacks.Whole;

    [Theory]
    [InlineData("checkout-errors", true)]
    [InlineData("TargetTracking-service/x-AlarmHigh", false)]
    [InlineData("IncidentServerless-paging-failed", false)]
    public void AlarmRule_ForThisAlarm_Matches(string alarm, bool expected)
    {
        var pattern = EventPattern.Parse(AlarmRule().Properties["EventPattern"]!.ToJsonString());

        foreach (var kind in new[] { "CloudWatch Alarm State Change", "CloudWatch Alarm Contributor State Change" })
        {
            Assert.Equal(expected, pattern.Matches($$$"""{"source":"aws.cloudwatch","detail-type":"{{{kind}}}","detail":{"alarmName":"{{{alarm}}}"}}"""));
        }
    }

    [Fact]
    public void AlarmRule_ForEveryAlarmOfTheSuite_StaysSilent()
    {
        var pattern = EventPattern.Parse(AlarmRule().Properties["EventPattern"]!.ToJsonString());

        Assert.All(Stack.Of("AWS::CloudWatch::Alarm"), alarm => Assert.False(pattern.Matches(
            $$$"""{"source":"aws.cloudwatch","detail-type":"CloudWatch Alarm State Change","detail":{"alarmName":"{{{alarm.Properties["AlarmName"]}}}"}}""")));
    }

    [Theory]
    [InlineData("aws.ce", "Anomaly Detected", true)]
    [InlineData("aws.ce", "AWS API Call via CloudTrail", false)]
    [InlineData("aws.budgets", "Anomaly Detected", false)]
    public void CostRule_ForThisEvent_Matches(string source, string kind, bool expected)
    {
        var rule = Stack.Of("AWS::Events::Rule").Single(rule => rule.Properties["EventPattern"]?["source"]?[0]?.GetValue<string>() == "aws.ce");

        Assert.Equal(expected, EventPattern.Parse(rule.Properties["EventPattern"]!.ToJsonString()).Matches($$"""{ "source": "{{source}}", "detail-type": "{{kind}}", "detail": {} }"""));
    }

    [Theory]
    [InlineData("incidentserverless", "Drill Requested", true)]
    [InlineData("incidentserverless", "Something Else", false)]
    [InlineData("aws.events", "Drill Requested", false)]
    public void DrillRule_ForThisEvent_Matches(string source, string kind, bool expected)
    {
        var rule = Stack.Of("AWS::Events::Rule").Single(rule => rule.Properties["EventPattern"]?["source"]?[0]?.GetValue<string>() == "incidentserverless");

        Assert.Equal(expected, EventPattern.Parse(rule.Properties["EventPattern"]!.ToJsonString()).Matches($$"""{ "source": "{{source}}", "detail-type": "{{kind}}", "detail": {} }"""));
        Assert.Equal(Template.Text(AlarmRule().Properties["Targets"]![0]!["Arn"]), Template.Text(rule.Properties["Targets"]![0]!["Arn"]));
    }

    [Fact]
    public void WeeklyDrill_WhereThePolicyHasOne_GoesTheWayOfAlarmsAtItsTime()
    {
        var rule = Assert.Single(Stack.Of("AWS::Events::Rule"), rule => rule.Properties["ScheduleExpression"]?.GetValue<string>().StartsWith("cron", StringComparison.Ordinal) == true);

        Assert.Equal("cron(5 10 ? * TUE *)", rule.Properties["ScheduleExpression"]!.GetValue<string>());
        Assert.Equal(Template.Text(AlarmRule().Properties["Targets"]![0]!["Arn"]), Template.Text(rule.Properties["Targets"]![0]!["Arn"]));
        Assert.DoesNotContain(stacks.Bare.Of("AWS::Events::Rule"), other => other.Properties["ScheduleExpression"]?.GetValue<string>().StartsWith("cron", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Classifier_OfEachSource_HasOneQueueFedByARule_AndByATopicWhereTheBusIsNotEnough()
    {
        var queues = Stack.Of("AWS::Lambda::EventSourceMapping").Select(mapping => Template.Text(mapping.Properties["EventSourceArn"])).ToList();
        // Drills take the way of alarms.
        var targets = Stack.Of("AWS::Events::Rule").Where(rule => !IsOfDrills(rule)).SelectMany(rule => rule.Properties["Targets"]!.AsArray()).Select(target => Template.Text(target!["Arn"])).ToList();
        var endpoints = Stack.Of("AWS::SNS::Subscription").Select(subscription => Template.Text(subscription.Properties["Endpoint"])).ToList();

        Assert.Equal(4, queues.Distinct().Count());
        Assert.All(queues, queue => Assert.Single(targets, queue));
        Assert.Equal(2, endpoints.Count);
        Assert.Subset(queues.ToHashSet(), endpoints.ToHashSet());
    }

    [Theory]
    [InlineData("FAILED", true)]
    [InlineData("TIMED_OUT", true)]
    [InlineData("ABORTED", true)]
    [InlineData("SUCCEEDED", false)]
    [InlineData("RUNNING", false)]
    public void ReconcileRule_ForAWorkflowThatEndsSo_Matches(string status, bool expected)
    {
        var rule = Stack.Of("AWS::Events::Rule").Single(rule => rule.Properties["EventPattern"]?["source"]?[0]?.GetValue<string>() == "aws.states");
        var detail = rule.Properties["EventPattern"]!["detail"]!.AsObject();
        var machine = Template.Text(detail["stateMachineArn"]![0]);
        detail["stateMachineArn"] = new JsonArray([.. detail["stateMachineArn"]!.AsArray().Select(arn => JsonValue.Create(Template.Text(arn)))]);
        var pattern = EventPattern.Parse(rule.Properties["EventPattern"]!.ToJsonString());

        Assert.Equal(expected, pattern.Matches(Event(machine)));
        Assert.False(pattern.Matches(Event("arn:aws:states:eu-central-1:123456789012:stateMachine:somebody-elses")));

        string Event(string arn) => new JsonObject
        {
            ["source"] = "aws.states",
            ["detail-type"] = "Step Functions Execution Status Change",
            ["detail"] = new JsonObject { ["status"] = status, ["stateMachineArn"] = arn },
        }.ToJsonString();
    }

    [Fact]
    public void Reconcile_OnASchedule_LooksEveryFiveMinutes() =>
        Assert.Equal("rate(5 minutes)", Assert.Single(Stack.Of("AWS::Events::Rule"), rule => rule.Properties["ScheduleExpression"] is not null && !IsOfDrills(rule)).Properties["ScheduleExpression"]!.GetValue<string>());

    [Fact]
    public void FunctionUrl_ThatAnybodyMayCall_HasBothPermissions()
    {
        var respond = stacks.Bare.Function("Respond");
        var permissions = stacks.Bare.Of("AWS::Lambda::Permission").Where(permission => Template.Text(permission.Properties["FunctionName"]) == respond.Arn).ToList();

        Assert.Equal("NONE", Assert.Single(stacks.Bare.Of("AWS::Lambda::Url")).Properties["AuthType"]!.GetValue<string>());
        Assert.Equal(2, permissions.Count);
        Assert.All(permissions, permission => Assert.Equal("*", permission.Properties["Principal"]!.GetValue<string>()));
        Assert.Contains(permissions, permission => permission.Properties is { } byUrl
            && byUrl["Action"]!.GetValue<string>() == "lambda:InvokeFunctionUrl" && byUrl["FunctionUrlAuthType"]!.GetValue<string>() == "NONE");
        Assert.Contains(permissions, permission => permission.Properties is { } invoke
            && invoke["Action"]!.GetValue<string>() == "lambda:InvokeFunction" && invoke["InvokedViaFunctionUrl"]?.GetValue<bool>() == true);
    }

    [Fact]
    public void Functions_ThatNobodyMayCallFromOutside_HaveNoOpenPermission() =>
        Assert.All(
            Stack.Of("AWS::Lambda::Permission").Where(permission => Template.Text(permission.Properties["FunctionName"]) is { } function && function != Stack.Function("Respond").Arn && function != Stack.Function("ReceiveReport").Arn && function != Stack.Function("AnswerSlack").Arn),
            permission => Assert.NotNull(permission.Properties["SourceArn"]));

    private static bool IsOfDrills(Resource rule) =>
        rule.Properties["ScheduleExpression"]?.GetValue<string>().StartsWith("cron", StringComparison.Ordinal) == true || rule.Properties["EventPattern"]?["source"]?[0]?.GetValue<string>() == "incidentserverless";

    private Resource AlarmRule() => Stack.Of("AWS::Events::Rule").Single(rule => rule.Properties["EventPattern"]?["source"]?[0]?.GetValue<string>() == "aws.cloudwatch");
}
