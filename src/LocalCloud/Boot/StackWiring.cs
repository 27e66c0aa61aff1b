using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Events;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>Makes the template's resources in the emulated services.</summary>
internal static class StackWiring
{
    private static readonly string[] Emulated =
    [
        "AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table", "AWS::Events::Connection", "AWS::Events::Rule",
        "AWS::IAM::ManagedPolicy", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::KMS::Alias", "AWS::KMS::Key",
        "AWS::Lambda::EventSourceMapping", "AWS::Lambda::Function", "AWS::Lambda::Permission", "AWS::Lambda::Url",
        "AWS::SNS::Subscription", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy",
        "AWS::SSM::Parameter", "AWS::StepFunctions::StateMachine",
    ];

    /// <summary>What the template holds and the local cloud has not: each as its logical id and its type.</summary>
    public static IReadOnlyList<string> NotEmulated(Stack stack) =>
        [.. stack.Resources.Where(resource => !Emulated.Contains(resource.Type) && resource.Type != "AWS::CDK::Metadata").Select(resource => $"{resource.LogicalId} ({resource.Type})")];

    public static void AddQueues(Stack stack, SqsService queues)
    {
        foreach (var queue in stack.OfType("AWS::SQS::Queue"))
            queues.Create(queue.PhysicalName, queue.Properties);
    }

    public static void AddFunctions(Stack stack, LambdaService lambda)
    {
        foreach (var function in stack.OfType("AWS::Lambda::Function"))
            lambda.Add(FunctionConfiguration.Read(function));
    }

    public static void AddRules(Stack stack, EventsService events)
    {
        foreach (var rule in stack.OfType("AWS::Events::Rule"))
            events.Add(EventRule.Read(rule));
    }

    public static IReadOnlyList<EventSourceMapping> StartMappings(Stack stack, SqsService queues, LambdaService lambda, ICloudClock clock) =>
        [.. stack.OfType("AWS::Lambda::EventSourceMapping").Where(mapping => mapping.Properties.Text("Enabled") != "false").Select(mapping => Mapping(mapping, queues, lambda, clock))];

    private static EventSourceMapping Mapping(StackResource mapping, SqsService queues, LambdaService lambda, ICloudClock clock)
    {
        var properties = mapping.Properties;
        var source = properties.Text("EventSourceArn") ?? "";
        var queue = queues.Find(source) ?? throw new TemplateException($"The event source mapping '{mapping.LogicalId}' reads {source}, which is no queue of the template.");
        var name = properties.Text("FunctionName") ?? "";
        var function = lambda.Find(name) ?? throw new TemplateException($"The event source mapping '{mapping.LogicalId}' feeds {name}, which is no function of the template.");
        return new EventSourceMapping(queue, function, new EventSourceSettings(
            properties.Number("BatchSize") ?? 10,
            TimeSpan.FromSeconds(properties.Number("MaximumBatchingWindowInSeconds") ?? 0),
            properties.Object("ScalingConfig").Number("MaximumConcurrency") ?? 10,
            properties.Strings("FunctionResponseTypes").Contains("ReportBatchItemFailures")), lambda, clock);
    }
}
