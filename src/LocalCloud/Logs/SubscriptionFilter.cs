using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Logs;

/// <summary>Passes lines of one log group on to a function.</summary>
internal sealed record SubscriptionFilter(string Name, string Group, FilterPattern Pattern, string FunctionArn)
{
    private const string Service = "logs.amazonaws.com";

    /// <exception cref="TemplateException">It cannot be made, as CloudWatch Logs would say or since it is not emulated.</exception>
    public static SubscriptionFilter Read(StackResource resource, StackIdentity identity, LambdaService lambda, ResourcePolicies policies)
    {
        var owner = $"the subscription '{resource.LogicalId}'";
        var group = resource.Properties.Text("LogGroupName") ?? throw new TemplateException($"{owner} names no log group.");
        var destination = resource.Properties.Text("DestinationArn") ?? "";
        var function = destination.Contains(":lambda:", StringComparison.Ordinal) ? lambda.Find(destination) : null;
        if (function is null)
            throw new TemplateException($"The destination of {owner} is {destination}; the local cloud passes log lines on to functions of the template only.");
        if (!policies.Allows(Service, "lambda:InvokeFunction", function.Arn, identity.Arn("logs", $"log-group:{group}:*")))
            throw new TemplateException($"CloudWatch Logs refuses {owner}: the policy of {function.LogicalId} does not let {Service} call it for {group}.");
        return new SubscriptionFilter(resource.PhysicalName, group, FilterPattern.Parse(resource.Properties.Text("FilterPattern") ?? "", owner), function.Arn);
    }
}
