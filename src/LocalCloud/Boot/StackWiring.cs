using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Events;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Integrations;
using IncidentServerless.LocalCloud.Kms;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Logs;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Sns;
using IncidentServerless.LocalCloud.Ssm;
using IncidentServerless.LocalCloud.StepFunctions;
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
        "AWS::Logs::SubscriptionFilter",
        "AWS::SNS::Subscription", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy",
        "AWS::SSM::Parameter", "AWS::StepFunctions::StateMachine",
    ];

    /// <summary>What the template holds and the local cloud has not: each as its logical id and its type.</summary>
    public static IReadOnlyList<string> NotEmulated(Stack stack) =>
        [.. stack.Resources.Where(resource => !Emulated.Contains(resource.Type) && resource.Type != "AWS::CDK::Metadata").Select(resource => $"{resource.LogicalId} ({resource.Type})")];

    public static void AddQueues(Stack stack, SqsService queues)
    {
        RefuseFifo(stack, "AWS::SQS::Queue", "FifoQueue");
        foreach (var queue in stack.OfType("AWS::SQS::Queue"))
            queues.Create(queue.PhysicalName, queue.Properties, queue.LogicalId);
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

    public static void AddSubscriptions(Stack stack, LogGroups logs, LambdaService lambda, ResourcePolicies policies)
    {
        foreach (var filter in stack.OfType("AWS::Logs::SubscriptionFilter"))
            logs.Add(SubscriptionFilter.Read(filter, stack.Identity, lambda, policies));
    }

    public static void AddTopics(Stack stack, SnsService topics)
    {
        RefuseFifo(stack, "AWS::SNS::Topic", "FifoTopic");
        foreach (var topic in stack.OfType("AWS::SNS::Topic"))
        {
            topics.Create(topic.PhysicalName);
            foreach (var subscription in topic.Properties.List("Subscription"))
                topics.Subscribe(topic.Arn, (JsonObject)subscription);
        }
        foreach (var subscription in stack.OfType("AWS::SNS::Subscription"))
            topics.Subscribe(subscription.Properties.Text("TopicArn") ?? throw new TemplateException($"The subscription '{subscription.LogicalId}' has no TopicArn."), subscription.Properties);
    }

    public static void AddKeys(Stack stack, KmsService keys)
    {
        foreach (var key in stack.OfType("AWS::KMS::Key"))
            keys.AddKey(key.PhysicalName, key.Properties.Text("KeySpec") ?? "SYMMETRIC_DEFAULT");
        foreach (var alias in stack.OfType("AWS::KMS::Alias"))
            keys.AddAlias(alias.PhysicalName, alias.Properties.Text("TargetKeyId") ?? "");
    }

    public static void AddParameters(Stack stack, SsmService parameters)
    {
        foreach (var parameter in stack.OfType("AWS::SSM::Parameter"))
            parameters.Set(parameter.PhysicalName, parameter.Properties.Text("Value") ?? "", parameter.Properties.Text("Type") ?? "String");
    }

    public static IReadOnlyDictionary<string, Connection> Connections(Stack stack) =>
        stack.OfType("AWS::Events::Connection").ToDictionary(connection => connection.Arn, connection => Connection.Read(connection, stack.Attribute(connection, "SecretArn")));

    public static async Task AddStateMachinesAsync(Stack stack, StepFunctionsService stateMachines)
    {
        foreach (var machine in stack.OfType("AWS::StepFunctions::StateMachine"))
        {
            var definition = machine.Properties.Text("DefinitionString") ?? machine.Properties.Text("Definition")
                ?? throw new TemplateException($"The state machine '{machine.LogicalId}' has no DefinitionString; the local cloud reads no definition from S3.");
            foreach (var (name, value) in machine.Properties.Object("DefinitionSubstitutions"))
                definition = definition.Replace("${" + name + "}", value?.ToString());
            try
            {
                await stateMachines.CallAsync(new ServiceCall("states", "CreateStateMachine", new()
                {
                    ["name"] = machine.PhysicalName,
                    ["definition"] = definition,
                    ["roleArn"] = machine.Properties.Text("RoleArn"),
                    ["type"] = machine.Properties.Text("StateMachineType") ?? "STANDARD",
                }, Caller.Operator), CancellationToken.None);
            }
            catch (AwsError fault)
            {
                throw new TemplateException($"Step Functions refuses the state machine '{machine.LogicalId}': {fault.Message}");
            }
        }
    }

    public static IReadOnlyList<EventSourceMapping> StartMappings(Stack stack, SqsService queues, LambdaService lambda, RoleGate gate, ICloudClock clock) =>
        [.. stack.OfType("AWS::Lambda::EventSourceMapping").Where(mapping => mapping.Properties.Text("Enabled") != "false").Select(mapping => MappingResource.Start(mapping, queues, lambda, gate, clock))];

    private static void RefuseFifo(Stack stack, string type, string property)
    {
        if (stack.OfType(type).FirstOrDefault(resource => resource.Properties.Flag(property)) is { } fifo)
            throw new TemplateException($"'{fifo.LogicalId}' ({type}) is FIFO; the local cloud emulates standard queues and topics only.");
    }
}
