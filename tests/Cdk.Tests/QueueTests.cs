namespace IncidentServerless.Cdk.Tests;

/// <summary>No message is lost, and none is worked on twice at once.</summary>
[Collection(SynthesisedStacks.Name)]
public class QueueTests(Stacks stacks)
{
    private Template Stack => stacks.Whole;

    [Fact]
    public void Queue_ThatIsNoDeadLetterQueueItself_HasOne()
    {
        var deadLetterQueues = DeadLetterQueues();

        Assert.All(Stack.Of("AWS::SQS::Queue").Where(queue => !deadLetterQueues.Contains(queue.Arn)), queue =>
        {
            Assert.Contains(Template.Text(queue.Properties["RedrivePolicy"]!["deadLetterTargetArn"]), deadLetterQueues);
            Assert.True(queue.Properties["RedrivePolicy"]!["maxReceiveCount"]!.GetValue<int>() >= 5);
        });
    }

    [Fact]
    public void Delivery_ByARuleOrASubscription_HasADeadLetterQueue()
    {
        var targets = Stack.Of("AWS::Events::Rule").SelectMany(rule => rule.Properties["Targets"]!.AsArray()).ToList();

        Assert.Equal(8, targets.Count);
        Assert.All(targets, target => Assert.NotNull(target!["DeadLetterConfig"]));
        Assert.All(Stack.Of("AWS::SNS::Subscription"), subscription => Assert.NotNull(subscription.Properties["RedrivePolicy"]));
    }

    [Fact]
    public void DeadLetters_OfEveryQueue_AreKeptForTwoWeeks() =>
        Assert.All(Stack.Of("AWS::SQS::Queue").Where(queue => DeadLetterQueues().Contains(queue.Arn)), queue =>
            Assert.Equal(14 * 24 * 3600, queue.Properties["MessageRetentionPeriod"]!.GetValue<int>()));

    [Fact]
    public void Mapping_FromAQueueToAFunction_LeavesItTimeAndTakesPartialAnswers() =>
        Assert.All(Mappings(), mapping =>
        {
            var queue = Stack.The(mapping.Properties["EventSourceArn"]!["Fn::GetAtt"]![0]!.GetValue<string>());
            var function = Stack.The(mapping.Properties["FunctionName"]!["Ref"]!.GetValue<string>());
            var window = mapping.Properties["MaximumBatchingWindowInSeconds"]?.GetValue<int>() ?? 0;

            Assert.True(queue.Properties["VisibilityTimeout"]!.GetValue<int>() >= (6 * function.Properties["Timeout"]!.GetValue<int>()) + window);
            Assert.Equal("ReportBatchItemFailures", Assert.Single(mapping.Properties["FunctionResponseTypes"]!.AsArray())!.GetValue<string>());
            Assert.True(mapping.Properties["ScalingConfig"]!["MaximumConcurrency"]!.GetValue<int>() >= 2);
        });

    [Fact]
    public void QueuePolicies_ForRulesAndTopics_NameTheirSource() =>
        Assert.All(Stack.Of("AWS::SQS::QueuePolicy").SelectMany(policy => Statement.Of(policy.Properties["PolicyDocument"]!)), statement =>
            Assert.NotNull(statement.Condition!["ArnEquals"]!["aws:SourceArn"]));

    private List<Resource> Mappings()
    {
        var mappings = Stack.Of("AWS::Lambda::EventSourceMapping").ToList();
        Assert.NotEmpty(mappings);
        return mappings;
    }

    private HashSet<string> DeadLetterQueues()
    {
        IEnumerable<string> queues =
        [
            .. Stack.Of("AWS::SQS::Queue").Select(queue => queue.Properties["RedrivePolicy"]?["deadLetterTargetArn"]).OfType<System.Text.Json.Nodes.JsonNode>().Select(Template.Text),
            .. Stack.Of("AWS::Events::Rule").SelectMany(rule => rule.Properties["Targets"]!.AsArray()).Select(target => Template.Text(target!["DeadLetterConfig"]!["Arn"])),
            .. Stack.Of("AWS::Lambda::Function").Select(function => function.Properties["DeadLetterConfig"]?["TargetArn"]).OfType<System.Text.Json.Nodes.JsonNode>().Select(Template.Text),
            .. Stack.Of("AWS::SNS::Subscription").Select(subscription => Template.Text(subscription.Properties["RedrivePolicy"]!["deadLetterTargetArn"])),
        ];
        return [.. queues];
    }
}
