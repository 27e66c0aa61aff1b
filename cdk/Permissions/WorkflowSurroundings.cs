namespace IncidentServerless.Cdk.Permissions;

/// <summary>What a workflow's permissions refer to, besides what its definition says.</summary>
/// <param name="StateMachineArn">The workflow's own.</param>
/// <param name="Substitutions">Placeholder → ARN.</param>
/// <param name="TopicArns">The topics that it may publish to; the definition takes the topic from the message.</param>
/// <param name="Targets">What it may change, if it is a runbook.</param>
/// <param name="ConnectionSecretArns">Connection's ARN → ARN of the secret in which EventBridge keeps its credentials.</param>
public sealed record WorkflowSurroundings(
    string StateMachineArn,
    IReadOnlyDictionary<string, string> Substitutions,
    IReadOnlyList<string> TopicArns,
    IReadOnlyDictionary<string, string> ConnectionSecretArns,
    RunbookTargets Targets)
{
    /// <summary>The state machines of all runbooks.</summary>
    internal IReadOnlyList<string> Runbooks => [.. Workflows.WorkflowDefinitions.Runbooks.Select(runbook => Substitutions[Workflows.Placeholders.Runbook(runbook)])];

    /// <summary>The ARN that a literal with a placeholder stands for.</summary>
    /// <param name="text"><c>${Placeholder}</c>, nothing around it.</param>
    /// <exception cref="SynthesisException">The deployment does not offer that placeholder.</exception>
    internal string Substitute(WorkflowTask task, string text) =>
        text.StartsWith("${", StringComparison.Ordinal) && Substitutions.TryGetValue(text[2..^1], out var arn)
            ? arn
            : throw new SynthesisException($"{task} names {text}, which the stack does not offer. It offers {string.Join(", ", Substitutions.Keys.Order(StringComparer.Ordinal))}.");

    /// <summary>A text with each placeholder in it filled in.</summary>
    internal string SubstituteWithin(string text) =>
        Substitutions.Aggregate(text, (filled, each) => filled.Replace($"${{{each.Key}}}", each.Value, StringComparison.Ordinal));
}
