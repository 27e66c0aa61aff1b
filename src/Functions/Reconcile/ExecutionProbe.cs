using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Workflows;

namespace IncidentServerless.Functions.Reconcile;

/// <summary>How it stands with an execution.</summary>
public enum ExecutionState
{
    /// <summary>There is none of this name.</summary>
    Missing,

    Running,

    /// <summary>It succeeded.</summary>
    Ended,

    /// <summary>It failed, timed out or was aborted.</summary>
    Dead,
}

/// <summary>Looks whether an incident's workflows live.</summary>
public sealed class ExecutionProbe(IAmazonStepFunctions workflows, Settings settings)
{
    public Task<ProbedExecution> LifecycleAsync(string incidentId, int generation, CancellationToken cancellation) =>
        StateAsync(ExecutionArns.Of(settings.LifecycleArn, ExecutionNames.Lifecycle(incidentId, generation)), cancellation);

    /// <summary>The state of the last part: a part that succeeded has handed over to the next.</summary>
    public async Task<ExecutionState> PagingAsync(string incidentId, int generation, CancellationToken cancellation)
    {
        var last = ExecutionState.Missing;
        for (var part = 1; ; part++)
        {
            var (state, _) = await StateAsync(ExecutionArns.Of(settings.PagingArn, ExecutionNames.Paging(incidentId, generation, part)), cancellation).ConfigureAwait(false);
            if (state == ExecutionState.Missing)
            {
                return last;
            }

            if (state != ExecutionState.Ended)
            {
                return state;
            }

            last = state;
        }
    }

    /// <summary>All parts, one after the other: of those that tell people beside paging, one that died is followed by the next.</summary>
    /// <param name="nameOf">A part's name; parts count from 1.</param>
    public async Task<ProbedParts> PartsAsync(string stateMachineArn, Func<int, string> nameOf, CancellationToken cancellation)
    {
        var (last, dead) = (ExecutionState.Missing, 0);
        for (var part = 1; ; part++)
        {
            var (state, _) = await StateAsync(ExecutionArns.Of(stateMachineArn, nameOf(part)), cancellation).ConfigureAwait(false);
            if (state == ExecutionState.Missing)
            {
                return new ProbedParts(last, part - 1, dead);
            }

            last = state;
            dead += state == ExecutionState.Dead ? 1 : 0;
        }
    }

    /// <param name="executionArn">As the runbook itself told it when it began.</param>
    public Task<ProbedExecution> RunbookAsync(string executionArn, CancellationToken cancellation) => StateAsync(executionArn, cancellation);

    private async Task<ProbedExecution> StateAsync(string executionArn, CancellationToken cancellation)
    {
        try
        {
            var execution = await workflows.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = executionArn }, cancellation).ConfigureAwait(false);
            var state = execution.Status == ExecutionStatus.RUNNING ? ExecutionState.Running
                : execution.Status == ExecutionStatus.SUCCEEDED ? ExecutionState.Ended
                : ExecutionState.Dead;
            return new ProbedExecution(state, execution.StartDate is { } started ? new DateTimeOffset(started.ToUniversalTime()) : null);
        }
        catch (ExecutionDoesNotExistException)
        {
            return new ProbedExecution(ExecutionState.Missing, null);
        }
    }
}

/// <param name="StartedAt">Null when there is none.</param>
public readonly record struct ProbedExecution(ExecutionState State, DateTimeOffset? StartedAt);

/// <param name="Last">How it stands with the last part.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Dead">How many of them failed, timed out or were aborted.</param>
public readonly record struct ProbedParts(ExecutionState Last, int Count, int Dead);
