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
    public void Events_ThatCouldNotBeRead_AreCountedFromEachClassifiersLog()
    {
        var filters = Stack.Of("AWS::Logs::MetricFilter").ToList();

        Assert.Equal(
            new[] { "ClassifyAlarm", "ClassifyCost", "ClassifyFinding", "ClassifyHealth", "ClassifyLogs" }.Select(classifier => Template.Text(Stack.Function(classifier).Properties["LoggingConfig"]!["LogGroup"])),
            filters.Select(filter => Template.Text(filter.Properties["LogGroupName"])).Order());
        Assert.All(filters, filter =>
        {
            var metric = Assert.Single(filter.Properties["MetricTransformations"]!.AsArray())!;

            Assert.Equal("\"Unparsed\"", filter.Properties["FilterPattern"]!.GetValue<string>());
            Assert.Single(Stack.Of("AWS::CloudWatch::Alarm"), alarm =>
                alarm.Properties["MetricName"]?.GetValue<string>() == metric["MetricName"]!.GetValue<string>()
                && alarm.Properties["Namespace"]!.GetValue<string>() == metric["MetricNamespace"]!.GetValue<string>());
        });
    }

    [Fact]
    public void Pages_ThatNoChannelTook_RaiseAnAlarm() => Assert.Single(Stack.Of("AWS::CloudWatch::Alarm"), alarm =>
        alarm.Properties["MetricName"]?.GetValue<string>() == "PagesUnheard" && alarm.Properties["Namespace"]!.GetValue<string>() == IncidentStack.Name);

    [Fact]
    public void Queues_OfEveryClassifier_AreWatchedForMessagesThatWait()
    {
        var watched = Stack.Of("AWS::CloudWatch::Alarm").Where(alarm => alarm.Properties["MetricName"]?.GetValue<string>() == "ApproximateAgeOfOldestMessage").SelectMany(alarm => Template.References(alarm.Properties["Dimensions"]));

        Assert.Equal(Stack.Of("AWS::Lambda::EventSourceMapping").Select(mapping => mapping.Properties["EventSourceArn"]!["Fn::GetAtt"]![0]!.GetValue<string>()).Order(), watched.Order());
    }

    [Theory]
    [InlineData("Pages", "cloudwatch.amazonaws.com arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:IncidentServerless-*")]
    [InlineData("AlarmSignals", "cloudwatch.amazonaws.com arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*")]
    [InlineData(
        "CostSignals",
        "budgets.amazonaws.com arn:${AWS::Partition}:budgets::${AWS::AccountId}:*",
        "cloudwatch.amazonaws.com arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*",
        "costalerts.amazonaws.com")]
    public void TopicPolicy_OfEachPart_LetsOnlyThesePublishForThisAccount(string part, params string[] publishers)
    {
        var policy = Assert.Single(Stack.Of("AWS::SNS::TopicPolicy"), policy => policy.Id.StartsWith(part, StringComparison.Ordinal));
        var statements = Statement.Of(policy.Properties["PolicyDocument"]!).ToList();

        Assert.Equal(publishers, statements.Select(Publisher).Order(StringComparer.Ordinal));
        Assert.All(statements, statement =>
        {
            Assert.Equal("sns:Publish", Assert.Single(statement.Actions));
            Assert.Equal("${AWS::AccountId}", Template.Text(statement.Condition!["StringEquals"]!["aws:SourceAccount"]));
        });
    }

    [Fact]
    public void TopicPolicies_OfTheStack_AreThoseThatTheTestsKnow() => Assert.Equal(3, Stack.Of("AWS::SNS::TopicPolicy").Count());

    [Fact]
    public void Topics_ThatAlarmsPublishTo_AreNotEncryptedByAKey() =>
        Assert.All(Stack.Of("AWS::SNS::Topic"), topic => Assert.Null(topic.Properties["KmsMasterKeyId"]));

    [Fact]
    public void Outputs_OfTheStack_SayWhatToDoNext()
    {
        var outputs = Stack.Root["Outputs"]!.AsObject();

        Assert.Equal(["AlarmTopicArn", "CostTopicArn", "DeedsUrl", "PagerDutyWebhookUrl", "ReportUrl", "RespondUrl", "SlackUrl", "SubscribePersonAlice", "SubscribePersonBob", "SubscribeToPages", "SubscribeToUpdates"], outputs.Select(output => output.Key).Order());
        Assert.Equal(
            $"aws sns subscribe --topic-arn {PageTopic()} --protocol email --notification-endpoint oncall@example.com",
            Template.Text(outputs["SubscribeToPages"]!["Value"]));
    }

    private static string Publisher(Statement statement)
    {
        var source = statement.Condition!["ArnLike"]?["aws:SourceArn"];
        return $"{statement.Principal!["Service"]}{(source is null ? "" : $" {Template.Text(source)}")}";
    }

    private string PageTopic() => Template.Text(Stack.Function("ComposeMessage").Properties["Environment"]!["Variables"]!["PAGE_TOPIC_ARN"]);
}
