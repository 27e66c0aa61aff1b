using IncidentServerless.Domain.Policy;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Tests;

/// <summary>Applications' logs: only the groups that policy names, and only by the function that reads them.</summary>
[Collection(SynthesisedStacks.Name)]
public class LogSignalTests(Stacks stacks)
{
    private Template Stack => stacks.Whole;

    private Resource Classifier => Stack.Function(FunctionNames.ClassifyLogs);

    [Fact]
    public void Subscriptions_OfThePolicysGroups_PassItsPatternOnToTheClassifier() =>
        Assert.Equal(
            new[] { "/ecs/sign-in", "orders/api" }.Select(group => (group, "?ERROR ?\"failed login\"", Classifier.Arn)),
            Stack.Of("AWS::Logs::SubscriptionFilter").Select(filter => filter.Properties).Select(filter => (
                filter["LogGroupName"]!.GetValue<string>(),
                filter["FilterPattern"]!.GetValue<string>(),
                Template.Text(filter["DestinationArn"]))));

    [Fact]
    public void Subscriptions_OfAPolicyThatNamesNoGroup_AreNone()
    {
        Assert.Empty(stacks.Bare.Of("AWS::Logs::SubscriptionFilter"));
        Assert.DoesNotContain(stacks.Bare.Of("AWS::Lambda::Permission"), permission => permission.Properties["Principal"]!.GetValue<string>() == "logs.amazonaws.com");
    }

    [Fact]
    public void CloudWatchLogs_ForEachGroupOfThisAccount_MayCallTheClassifier()
    {
        var permissions = Stack.Of("AWS::Lambda::Permission").Where(permission => permission.Properties["Principal"]!.GetValue<string>() == "logs.amazonaws.com").ToList();

        Assert.Equal(
            new[] { "/ecs/sign-in", "orders/api" }.Select(group => $"arn:${{AWS::Partition}}:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:{group}:*"),
            permissions.Select(permission => Template.Text(permission.Properties["SourceArn"])));
        Assert.All(permissions, permission =>
        {
            Assert.Equal("lambda:InvokeFunction", permission.Properties["Action"]!.GetValue<string>());
            Assert.Equal("${AWS::AccountId}", Template.Text(permission.Properties["SourceAccount"]));
            Assert.Equal(Classifier.Arn, Template.Text(permission.Properties["FunctionName"]));
        });
    }

    [Fact]
    public void Subscription_BeforeItIsMade_FindsItsPermission() =>
        Assert.All(Stack.Of("AWS::Logs::SubscriptionFilter"), filter =>
            Assert.Equal("AWS::Lambda::Permission", Stack.The(Assert.Single(filter.Body["DependsOn"]!.AsArray())!.GetValue<string>()).Type));

    [Fact]
    public void Deliveries_ThatTheClassifierFailsOn_LieInAQueueThatIsWatched()
    {
        var queue = Template.Text(Classifier.Properties["DeadLetterConfig"]!["TargetArn"]);

        Assert.Contains(Stack.Allowed(Classifier), statement => statement.Actions.Contains("sqs:SendMessage") && statement.Resources.SequenceEqual([queue]));
        Assert.Contains(Stack.Of("AWS::CloudWatch::Alarm"), alarm => alarm.Properties["AlarmName"]!.GetValue<string>() == "IncidentServerless-log-lines-unprocessed-dead-letters");
    }

    [Fact]
    public void LogGroups_OfTheSuite_AreThoseThatPolicyRefuses() =>
        Assert.All(Stack.Of("AWS::Logs::LogGroup"), group => Assert.StartsWith(LogsPolicy.SuiteGroupPrefix, group.Properties["LogGroupName"]!.GetValue<string>(), StringComparison.Ordinal));
}
