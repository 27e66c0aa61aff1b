using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>The suite's parts in a deployed template, found by what their functions are told and not by names that may change.</summary>
internal sealed partial class Suite(Stack stack)
{
    private const string Handler = "ANNOTATIONS_HANDLER";

    public string Table => Told(EnvironmentVariables.IncidentTable);

    /// <summary>The topic that every page goes to, by name.</summary>
    public string PageTopic => NameOf(Told(EnvironmentVariables.PageTopicArn));

    /// <summary>The topic of status updates and of what follows an incident, by name.</summary>
    public string UpdatesTopic => NameOf(Told(EnvironmentVariables.UpdatesTopicArn));

    /// <summary>Topic's name → person's id.</summary>
    public IReadOnlyDictionary<string, string> PersonTopics =>
        ((JsonObject)JsonNode.Parse(Told(EnvironmentVariables.PersonTopicArns))!).ToDictionary(topic => NameOf(topic.Value!.GetValue<string>()), topic => topic.Key);

    /// <summary>The topic that feeds the queue of its classifier.</summary>
    /// <exception cref="StoryException">There is none.</exception>
    public string TopicArn(SignalTopic topic) => FindTopicArn(topic)
        ?? throw new StoryException($"The template has no topic that feeds the queue of {topic.Classifier}, so there is nowhere to publish.");

    /// <summary>Null when no classifier's queue is fed by the topic.</summary>
    /// <param name="name">The topic's name.</param>
    public SignalTopic? SignalTopicOf(string name) => SignalTopic.All.FirstOrDefault(topic => FindTopicArn(topic) is { } arn && NameOf(arn) == name);

    public string LifecycleArn => Told(EnvironmentVariables.LifecycleArn);

    public Uri RespondUrl => new(Told(EnvironmentVariables.RespondUrl));

    /// <param name="runbook">For example <c>cost-spike</c>.</param>
    /// <exception cref="StoryException">There is no such runbook.</exception>
    public string StateMachineArn(string runbook) =>
        stack.OfType("AWS::StepFunctions::StateMachine").FirstOrDefault(machine => machine.PhysicalName.EndsWith($"-{WorkflowNames.Runbook(runbook)}", StringComparison.Ordinal))?.Arn
        ?? throw new StoryException($"There is no runbook '{runbook}'.");

    public IReadOnlyList<string> StateMachines => [.. stack.OfType("AWS::StepFunctions::StateMachine").Select(machine => machine.PhysicalName)];

    /// <summary>One of <see cref="FunctionNames"/>, by its logical id in the template.</summary>
    public string FunctionName(string logicalId) =>
        stack.Find("AWS::Lambda::Function", logicalId) is { } function && Variables(function)[Handler] is { } name ? name.ToString() : logicalId;

    /// <summary>The same with names that people know in place of ids and physical names.</summary>
    public Observation Named(Observation observation) => observation switch
    {
        FunctionInvoked invoked => invoked with { Function = FunctionName(invoked.Function) },
        FunctionFailed failed => failed with { Function = FunctionName(failed.Function) },
        FunctionLogged logged => logged with { Function = FunctionName(logged.Function) },
        ScheduleTicked ticked => ticked with { Rule = Plain(ticked.Rule) },
        MessageDeadLettered dead => dead with { Source = Plain(dead.Source), Queue = Plain(dead.Queue) },
        EventDropped dropped => dropped with { Rule = Plain(dropped.Rule) },
        ExecutionEnded ended => ended with { StateMachine = Plain(ended.StateMachine) },
        _ => observation,
    };

    /// <param name="name">One of <see cref="FunctionNames"/>.</param>
    /// <exception cref="StoryException">There is no such function.</exception>
    public string FunctionId(string name) =>
        Functions.FirstOrDefault(function => Variables(function)[Handler]?.ToString() == name)?.LogicalId
        ?? throw new StoryException($"There is no function '{name}'; there are {string.Join(", ", Functions.Select(function => FunctionName(function.LogicalId)))}.");

    /// <param name="part">A part of its logical id, in any case.</param>
    /// <returns>The rule's logical id.</returns>
    /// <exception cref="StoryException">Not exactly one scheduled rule fits.</exception>
    public string ScheduledRule(string part)
    {
        var rules = stack.OfType("AWS::Events::Rule").Where(rule => Text(rule, "ScheduleExpression") is not null).Select(rule => rule.LogicalId).ToList();
        return rules.Where(rule => rule.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only
            : throw new StoryException($"Not exactly one scheduled rule is called '{part}'; there are {string.Join(", ", rules)}.");
    }

    /// <summary>What a construct is called, without the stack's name before it and the hashes behind it.</summary>
    private string Plain(string name)
    {
        var withoutStack = name.StartsWith(stack.Identity.StackName + "-", StringComparison.Ordinal) ? name[(stack.Identity.StackName.Length + 1)..] : name;
        return Hashes().Replace(withoutStack, "");
    }

    // CDK's eight digits behind a logical id, and what CloudFormation adds to that for a physical name.
    [GeneratedRegex("[0-9A-F]{8}(-[A-Za-z0-9]{12})?$")]
    private static partial Regex Hashes();

    private IEnumerable<StackResource> Functions => stack.OfType("AWS::Lambda::Function");

    private string? FindTopicArn(SignalTopic topic)
    {
        var classifier = Functions.FirstOrDefault(function => Variables(function)[Handler]?.ToString() == topic.Classifier);
        var queues = stack.OfType("AWS::Lambda::EventSourceMapping")
            .Where(mapping => classifier is not null && Text(mapping, "FunctionName") is { } fed && (fed == classifier.PhysicalName || fed == classifier.Arn))
            .Select(mapping => Text(mapping, "EventSourceArn"));
        return stack.OfType("AWS::SNS::Subscription")
            .Where(subscription => Text(subscription, "Protocol") == "sqs" && queues.Contains(Text(subscription, "Endpoint")))
            .Select(subscription => Text(subscription, "TopicArn"))
            .FirstOrDefault();
    }

    private string Told(string variable) =>
        Functions.Select(function => Variables(function)[variable]?.ToString()).FirstOrDefault(value => value is not null)
        ?? throw new StoryException($"No function of the template is told {variable}.");

    private static JsonObject Variables(StackResource function) => function.Properties["Environment"]?["Variables"] as JsonObject ?? [];

    private static string? Text(StackResource resource, string property) => resource.Properties[property]?.ToString();

    private static string NameOf(string arn) => arn[(arn.LastIndexOf(':') + 1)..];
}
