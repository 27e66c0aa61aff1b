using IncidentServerless.LocalCloud.StepFunctions.Definitions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>How a Task goes on after its call.</summary>
internal enum TaskPattern
{
    RequestResponse,
    WaitForTaskToken,
    Sync,
    Sync2,
}

/// <summary>What a Task calls, read from its Resource.</summary>
/// <param name="Arn">Without the pattern's suffix.</param>
/// <param name="Type">As history has it: <c>lambda</c>, <c>aws-sdk:sqs</c>; <c>lambda</c> also for a function's ARN.</param>
/// <param name="Action">As history has it, with the suffix: <c>invoke.waitForTaskToken</c>.</param>
/// <param name="IsFunction">Whether the Resource is the ARN of a function, which has history events of its own.</param>
internal sealed record TaskResource(string Arn, string Type, string Action, TaskPattern Pattern, bool IsFunction)
{
    private const string Integrations = "arn:aws:states:::";
    private const string StartExecution = Integrations + "states:startExecution";

    private static readonly (string Suffix, TaskPattern Pattern)[] Patterns =
        [(".waitForTaskToken", TaskPattern.WaitForTaskToken), (".sync:2", TaskPattern.Sync2), (".sync", TaskPattern.Sync), ("", TaskPattern.RequestResponse)];

    /// <summary>Whether Step Functions itself answers.</summary>
    public bool IsOwn => Arn == StartExecution || Type == "aws-sdk:sfn";

    /// <returns>Null, and a fault in the node, for what the service, or this cloud, does not know.</returns>
    public static TaskResource? Read(DefinitionNode node)
    {
        if (!node.Require("Resource") || node.Text("Resource") is not { } resource)
        {
            return null;
        }

        var read = Parse(resource);
        if (read is null)
        {
            node.Fault(
                $"The resource provided {resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.",
                "Resource");
        }
        else if (read.Pattern is TaskPattern.Sync or TaskPattern.Sync2 && read.Arn != StartExecution)
        {
            node.Fault("NOT_EMULATED", $"The local cloud runs .sync for states:startExecution only, not for {resource}", "Resource");
        }

        return read;
    }

    public static TaskResource? Parse(string resource)
    {
        if (resource.Split(':') is ["arn", _, "lambda", _, _, "function", _, ..])
        {
            return new TaskResource(resource, "lambda", "", TaskPattern.RequestResponse, IsFunction: true);
        }

        if (!resource.StartsWith(Integrations, StringComparison.Ordinal))
        {
            return null;
        }

        var (suffix, pattern) = Patterns.First(pattern => resource.EndsWith(pattern.Suffix, StringComparison.Ordinal));
        var plain = resource[..^suffix.Length];
        return plain[Integrations.Length..].Split(':') switch
        {
            [{ Length: > 0 } service, { Length: > 0 } action] when service != "aws-sdk" => new TaskResource(plain, service, action + suffix, pattern, IsFunction: false),
            ["aws-sdk", { Length: > 0 } service, { Length: > 0 } action] => new TaskResource(plain, $"aws-sdk:{service}", action + suffix, pattern, IsFunction: false),
            _ => null,
        };
    }
}
