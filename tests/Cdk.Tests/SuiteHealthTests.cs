namespace IncidentServerless.Cdk.Tests;

/// <summary>Who pages when the pager is broken.</summary>
[Collection(SynthesisedStacks.Name)]
public class SuiteHealthTests(Stacks stacks)
{
    private Template Stack => stacks.Whole;

    [Fact]
    public void Alarms_OnTheSuite_GoStraightToThePageTopicUnderItsPrefix()
    {
        var alarms = Stack.Of("AWS::CloudWatch::Alarm").ToList();

        Assert.NotEmpty(alarms);
        Assert.All(alarms, alarm =>
        {
            Assert.StartsWith("IncidentServerless-", alarm.Properties["AlarmName"]!.GetValue<string>());
            Assert.Equal(PageTopic(), Template.Text(Assert.Single(alarm.Properties["AlarmActions"]!.AsArray())));
            Assert.Equal("notBreaching", alarm.Properties["TreatMissingData"]!.GetValue<string>());
        });
    }

    [Fact]
    public void Alarms_OnTheSuite_WatchEveryFunctionEveryWorkflowAndEveryDeadLetterQueue()
    {
        var watched = Stack.Of("AWS::CloudWatch::Alarm").SelectMany(alarm => Template.References(alarm.Properties["Dimensions"])).ToHashSet();

        var deadLetterQueues = Stack.Of("AWS::SQS::Queue").Where(queue => queue.Properties["RedrivePolicy"] is null);
        var expected = Stack.Of("AWS::Lambda::Function").Concat(Stack.Of("AWS::StepFunctions::StateMachine")).Concat(deadLetterQueues).Select(resource => resource.Id);
        Assert.Superset(expected.ToHashSet(), watched);
    }

    [Fact]
    public void Events_ThatCouldNotBeRead_AreCountedFromTheLog()
    {
        var filter = Assert.Single(Stack.Of("AWS::Logs::MetricFilter"));
        var metric = Assert.Single(filter.Properties["MetricTransformations"]!.AsArray())!;

        Assert.Equal("\"Unparsed\"", filter.Properties["FilterPattern"]!.GetValue<string>());
        Assert.Contains(Stack.Of("AWS::CloudWatch::Alarm"), alarm =>
            alarm.Properties["MetricName"]?.GetValue<string>() == metric["MetricName"]!.GetValue<string>()
            && alarm.Properties["Namespace"]!.GetValue<string>() == metric["MetricNamespace"]!.GetValue<string>());
    }

    [Fact]
    public void TopicPolicies_ForCloudWatch_NameTheAccountAndTheAlarms()
    {
        var statements = Stack.Of("AWS::SNS::TopicPolicy").SelectMany(policy => Statement.Of(policy.Properties["PolicyDocument"]!)).ToList();

        Assert.Equal(2, statements.Count);
        Assert.All(statements, statement =>
        {
            Assert.Equal("cloudwatch.amazonaws.com", statement.Principal!["Service"]!.GetValue<string>());
            Assert.Equal("sns:Publish", Assert.Single(statement.Actions));
            Assert.Equal("${AWS::AccountId}", Template.Text(statement.Condition!["StringEquals"]!["aws:SourceAccount"]));
        });
        Assert.Equal(
            ["arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*", "arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:IncidentServerless-*"],
            statements.Select(statement => Template.Text(statement.Condition!["ArnLike"]!["aws:SourceArn"])).Order());
    }

    [Fact]
    public void Topics_ThatAlarmsPublishTo_AreNotEncryptedByAKey() =>
        Assert.All(Stack.Of("AWS::SNS::Topic"), topic => Assert.Null(topic.Properties["KmsMasterKeyId"]));

    [Fact]
    public void Outputs_OfTheStack_SayWhatToDoNext()
    {
        var outputs = Stack.Root["Outputs"]!.AsObject();

        Assert.Equal(["AlarmTopicArn", "RespondUrl", "SubscribePersonAlice", "SubscribePersonBob", "SubscribeToPages"], outputs.Select(output => output.Key).Order());
        Assert.Equal(
            $"aws sns subscribe --topic-arn {PageTopic()} --protocol email --notification-endpoint oncall@example.com",
            Template.Text(outputs["SubscribeToPages"]!["Value"]));
    }

    private string PageTopic() => Template.Text(Stack.Function("ComposeMessage").Properties["Environment"]!["Variables"]!["PAGE_TOPIC_ARN"]);
}
