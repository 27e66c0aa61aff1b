using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>One attempt of a Task: the call, and what its pattern waits for. The call holds the clock; the wait does not.</summary>
internal sealed class TaskAttempt(Visit visit, TaskResource resource, JsonElement arguments, TaskLimits limits)
{
    private readonly Strand strand = visit.Strand;
    private readonly TaskEvents events = new(visit.Strand, resource);

    /// <returns>The task's result.</returns>
    /// <exception cref="StatesError">After the event that tells of it.</exception>
    public async Task<JsonElement> RunAsync()
    {
        events.Scheduled(arguments, limits);
        events.Started();

        using var called = strand.NewWakeup<TaskOutcome>($"{visit.State.Name} of execution {strand.Execution.Name} has its answer");
        using var completed = strand.NewWakeup<TaskOutcome>($"{visit.State.Name} of execution {strand.Execution.Name} goes on");
        using var timeout = Timeout(called, completed);
        using var pending = visit.Token is { } token
            ? strand.World.Tokens.Register(token, completed, limits.HeartbeatSeconds)
            : null;

        // Not linked to the strand's own end: that wakes the strand, which cancels here, and nobody else does while this is disposed.
        using var abandoned = new CancellationTokenSource();
        try
        {
            var hold = new CallHold(strand.World.Clock, $"the call of {resource.Arn} in {visit.State.Name} of execution {strand.Execution.Name}");
            var cancellation = abandoned.Token;
            _ = Task.Run(() => CallAsync(called, hold, cancellation), CancellationToken.None);
            var outcome = await strand.WaitAsync(called);
            if (outcome is TaskOutcome.Succeeded answer && resource.Pattern != TaskPattern.RequestResponse)
            {
                events.Submitted(answer.Result);
                outcome = await AfterCallAsync(answer.Result, completed);
            }

            return Conclude(outcome);
        }
        finally
        {
            await abandoned.CancelAsync();
        }
    }

    private async Task CallAsync(Wakeup<TaskOutcome> called, CallHold hold, CancellationToken abandoned)
    {
        using var held = hold;
        TaskOutcome outcome;
        try
        {
            var request = new TaskRequest(
                resource.Arn, Json.Node(arguments), limits.RoleArn ?? strand.Execution.Machine.RoleArn, strand.Execution.Arn, visit.State.Name)
            {
                PassTimeUntilAsync = hold.PassTimeUntilAsync,
            };
            var answer = resource.IsOwn && !strand.World.Integrations.Answers(resource.Arn)
                ? await strand.World.Own.CallAsync(resource, request, abandoned)
                : await strand.World.Integrations.CallAsync(request, abandoned);
            outcome = new TaskOutcome.Succeeded(Json.From(answer));
        }
        catch (TaskFailedException failure)
        {
            outcome = new TaskOutcome.Failed(TaskError.Of(failure.Error, failure.Cause));
        }
        catch (Exception failure)
        {
            // Not the workflow's world but this program is at fault: no Catch may hide that.
            outcome = new TaskOutcome.Failed(new RuntimeError($"The local cloud failed in {resource.Arn}: {failure.GetType().Name}: {failure.Message}"));
        }

        called.TryWake(outcome);
    }

    private async Task<TaskOutcome> AfterCallAsync(JsonElement answer, Wakeup<TaskOutcome> completed)
    {
        if (resource.Pattern == TaskPattern.WaitForTaskToken)
        {
            return await strand.WaitAsync(completed);
        }

        using var child = strand.World.Own.Await(answer, resource.Pattern, completed);
        return await strand.WaitAsync(completed);
    }

    private JsonElement Conclude(TaskOutcome outcome)
    {
        switch (outcome)
        {
            case TaskOutcome.Succeeded { Result: var result }:
                if (Json.Size(result) > DataLimitExceededError.LargestResult)
                {
                    var limit = new DataLimitExceededError(resource.IsFunction ? resource.Arn : resource.Type);
                    limit.EventId = events.Failed(limit.Error, limit.Cause);
                    throw limit;
                }

                events.Succeeded(result);
                return result;
            case TaskOutcome.Failed { Failure: var failure }:
                failure.EventId = events.Failed(failure.Error, failure.Cause);
                throw failure;
            case TaskOutcome.TimedOut timedOut:
                throw new TimeoutError(timedOut.MissedHeartbeat) { EventId = events.TimedOut() };
            default:
                throw new InvalidOperationException($"A task ended in an unknown way: {outcome}");
        }
    }

    private IDisposable? Timeout(params Wakeup<TaskOutcome>[] sleepers) => limits.TimeoutSeconds is not { } seconds ? null
        : strand.World.Clock.Schedule(strand.World.Clock.UtcNow.AddSeconds(seconds), () =>
        {
            foreach (var sleeper in sleepers)
            {
                sleeper.TryWake(new TaskOutcome.TimedOut(MissedHeartbeat: false));
            }

            return Task.CompletedTask;
        });
}
