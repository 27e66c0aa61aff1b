using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.StepFunctions;

/// <summary>The world as a Task state sees it: everything but Step Functions itself.</summary>
public interface ITaskIntegrations
{
    /// <summary>Makes the call and answers what the integration answers (for <c>lambda:invoke</c> with <c>Payload</c>, for <c>aws-sdk:*</c> the API's response with Pascal-case members).</summary>
    /// <exception cref="TaskFailedException">With the error name and cause that Step Functions would give.</exception>
    Task<JsonNode?> CallAsync(TaskRequest request, CancellationToken cancellation);

    /// <summary>Whether a call to Step Functions itself (<c>aws-sdk:sfn:*</c>) is answered here: it is about machines that this cloud does not hold.</summary>
    bool Answers(string resource) => false;
}

/// <summary>One attempt of a Task state.</summary>
/// <param name="Resource">As the definition has it, without the pattern suffix (<c>.waitForTaskToken</c>, <c>.sync:2</c>): <c>arn:aws:states:::lambda:invoke</c>, <c>arn:aws:states:::aws-sdk:sns:publish</c>, or a function's ARN.</param>
/// <param name="Arguments">The evaluated Arguments.</param>
/// <param name="RoleArn">The state machine's role.</param>
/// <param name="ExecutionArn">The execution that asks.</param>
/// <param name="StateName">The state that asks.</param>
public sealed record TaskRequest(string Resource, JsonNode? Arguments, string RoleArn, string ExecutionArn, string StateName)
{
    /// <summary>
    /// Virtual time stands while a call is made. A call that is to take time (a slow answer, none at all) waits with this: it lets time
    /// pass to the moment, so that the task's TimeoutSeconds can strike. Cancelled when the task no longer waits for the call.
    /// </summary>
    public Func<DateTimeOffset, CancellationToken, Task> PassTimeUntilAsync { get; init; } = (_, _) => Task.CompletedTask;
}

/// <summary>A task failed with the error name that <c>ErrorEquals</c> matches and the cause that the history shows.</summary>
public sealed class TaskFailedException(string? error, string? cause) : Exception($"{error}: {cause}")
{
    public string? Error { get; } = error;

    public string? Cause { get; } = cause;
}
