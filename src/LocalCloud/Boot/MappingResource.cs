using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>The template's event source mappings, with what Lambda checks when one is created.</summary>
internal static class MappingResource
{
    /// <exception cref="TemplateException">Lambda would refuse it.</exception>
    public static EventSourceMapping Start(StackResource mapping, SqsService queues, LambdaService lambda, RoleGate gate, ICloudClock clock)
    {
        var properties = mapping.Properties;
        var source = properties.Text("EventSourceArn") ?? "";
        var queue = queues.Find(source) ?? throw Refused(mapping, $"reads {source}, which is no queue of the template");
        var name = properties.Text("FunctionName") ?? "";
        var function = lambda.Find(name) ?? throw Refused(mapping, $"feeds {name}, which is no function of the template");
        var settings = new EventSourceSettings(
            properties.Number("BatchSize") ?? 10,
            TimeSpan.FromSeconds(properties.Number("MaximumBatchingWindowInSeconds") ?? 0),
            properties.Object("ScalingConfig").Number("MaximumConcurrency") ?? 10,
            properties.Strings("FunctionResponseTypes").Contains("ReportBatchItemFailures"),
            [.. properties.Object("FilterCriteria").List("Filters").Select(filter => Filter(mapping, filter.Text("Pattern") ?? "{}"))]);
        Check(mapping, queue, function, settings, gate);
        return new EventSourceMapping(queue, function, settings, lambda, clock);
    }

    private static void Check(StackResource mapping, MessageQueue queue, FunctionConfiguration function, EventSourceSettings settings, RoleGate gate)
    {
        if (settings.BatchSize > 10 && settings.Window == TimeSpan.Zero)
            throw Refused(mapping, $"has a BatchSize of {settings.BatchSize}; above 10 a MaximumBatchingWindowInSeconds of at least 1 is needed");
        if (settings.MaximumConcurrency < 2)
            throw Refused(mapping, $"has a MaximumConcurrency of {settings.MaximumConcurrency}; it must be at least 2");
        if (queue.Settings.VisibilityTimeout < function.Timeout)
            throw Refused(mapping, $"reads a queue whose visibility timeout ({queue.Settings.VisibilityTimeout.TotalSeconds} s) is less than the function's timeout ({function.Timeout.TotalSeconds} s)");
        try
        {
            foreach (var operation in new[] { "ReceiveMessage", "DeleteMessage", "GetQueueAttributes" })
                gate.Check(new ServiceCall("sqs", operation, new() { ["QueueUrl"] = queue.Url }, new Caller(function.RoleArn, function.Name)));
        }
        catch (AwsError denied)
        {
            throw Refused(mapping, $"needs more than its function's role grants: {denied.Message}");
        }
    }

    private static EventPattern Filter(StackResource mapping, string pattern)
    {
        try
        {
            return EventPattern.Parse(pattern);
        }
        catch (EventPatternException fault)
        {
            throw Refused(mapping, $"has a filter that is no event pattern ({fault.Message.TrimEnd('.')})");
        }
    }

    private static TemplateException Refused(StackResource mapping, string reason) => new($"The event source mapping '{mapping.LogicalId}' {reason}.");
}
