using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Reconcile;

/// <summary>Gives an incident that is not closed the living workflows it must have, and answers waits that a crash left behind.</summary>
public sealed class IncidentReconciler(
    IncidentStore incidents,
    CommandHandler commands,
    WaitAnswerer waits,
    ExecutionProbe executions,
    LifecycleStarter lifecycles,
    TellingRevival telling,
    ILogger<IncidentReconciler> logger)
{
    /// <summary>A workflow that does not exist yet may be about to be started by the classifier or the lifecycle.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>A runbook is started by the first round of the lifecycle.</summary>
    private static readonly TimeSpan RunbookGrace = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    public async Task ReconcileAsync(string incidentId, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await incidents.FindAsync(incidentId, cancellation).ConfigureAwait(false) is not { Incident: var incident })
        {
            return;
        }

        if (!incident.IsActive)
        {
            await telling.AftermathAsync(incident, now, cancellation).ConfigureAwait(false);
        }

        if (incident.Status == IncidentStatus.Closed)
        {
            return;
        }

        await waits.AnswerAsync(incident, cancellation).ConfigureAwait(false);
        switch (await FindFaultAsync(incident, cancellation).ConfigureAwait(false))
        {
            case null:
                await telling.UpdatesAsync(incident, cancellation).ConfigureAwait(false);
                await LookAtRunbookAsync(incident, now, cancellation).ConfigureAwait(false);
                return;
            case { Missing: true } fault when now - (fault.ExpectedSince ?? incident.RevivedAt ?? incident.OpenedAt) < Grace:
                return;
            case { Missing: true, Workflow: Lifecycle }:
                logger.LogWarning("{IncidentId}: the lifecycle of generation {Generation} was never started", incidentId, incident.Generation);
                await lifecycles.StartAsync(incidentId, incident.Generation, cancellation).ConfigureAwait(false);
                return;
            case { } when incident.RevivedAt is { } last && now - last < Pause(incident.Revivals):
                logger.LogWarning("{IncidentId}: revived {Revivals} time(s), last at {RevivedAt}; left to a later run of the schedule", incidentId, incident.Revivals, last);
                return;
            case { } fault:
                await ReviveAsync(incident, fault, now, cancellation).ConfigureAwait(false);
                return;
        }
    }

    // A workflow that dies again and again is revived ever more seldom, else reviving it would go in a circle and page at every turn.
    private static TimeSpan Pause(int revivals) =>
        revivals >= 6 ? LongestPause : TimeSpan.FromMinutes(1 << revivals);

    private const string Lifecycle = "lifecycle";
    private const string Paging = "paging";

    private async Task ReviveAsync(Incident incident, WorkflowFault fault, DateTimeOffset now, CancellationToken cancellation)
    {
        logger.LogWarning("{IncidentId}: the {Workflow} workflow {State}; a new generation takes over", incident.Id, fault.Workflow, fault.State);
        var revived = await commands.HandleAsync(
            new ReviveLifecycle
            {
                IncidentId = incident.Id,
                At = now,
                CommandId = $"reconcile/{incident.Id}/{incident.Generation}/{incident.Version}",
                Generation = incident.Generation,
                SeenVersion = incident.Version,
                Reason = $"The {fault.Workflow} workflow {fault.State}.",
            },
            cancellation).ConfigureAwait(false);
        await lifecycles.StartAsync(incident.Id, revived.Incident.Generation, cancellation).ConfigureAwait(false);
    }

    /// <summary>A runbook that died is not started again by itself: it may have been in the middle of something. People are told, and can start it by hand; it then goes on where the incident stands.</summary>
    private async Task LookAtRunbookAsync(Incident incident, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!incident.IsActive || incident.IsDrill || incident.Runbook is { FailedBecause: not null })
        {
            return;
        }

        var reason = incident.Runbook is not { } run
            ? now - incident.OpenedAt < RunbookGrace ? null : "it never began; the lifecycle's execution in the Step Functions console says why"
            : (await executions.RunbookAsync(run.Execution, cancellation).ConfigureAwait(false)).State == ExecutionState.Dead ? "its execution died; the Step Functions console says why" : null;
        if (reason is null)
        {
            return;
        }

        var name = incident.Runbook?.Name ?? RunbookNames.Of(incident.Type);
        logger.LogWarning("{IncidentId}: the runbook {Runbook} failed: {Reason}", incident.Id, name, reason);
        await commands.HandleAsync(
            new FailRunbook
            {
                IncidentId = incident.Id,
                At = now,
                CommandId = $"fail-runbook/{incident.Id}/{incident.Generation}/{incident.Runbook?.Execution}",
                Runbook = name,
                Execution = incident.Runbook?.Execution,
                Reason = reason,
            },
            cancellation).ConfigureAwait(false);
    }

    private async Task<WorkflowFault?> FindFaultAsync(Incident incident, CancellationToken cancellation)
    {
        var lifecycle = await executions.LifecycleAsync(incident.Id, incident.Generation, cancellation).ConfigureAwait(false);
        if (lifecycle.State != ExecutionState.Running)
        {
            return Fault(Lifecycle, lifecycle.State, null);
        }

        if (!incident.IsActive)
        {
            return null;
        }

        var paging = await executions.PagingAsync(incident.Id, incident.Generation, cancellation).ConfigureAwait(false);
        return paging == ExecutionState.Running ? null : Fault(Paging, paging, lifecycle.StartedAt);
    }

    private static WorkflowFault Fault(string workflow, ExecutionState state, DateTimeOffset? expectedSince) => new(
        workflow,
        state == ExecutionState.Missing,
        state switch
        {
            ExecutionState.Missing => "was never started",
            ExecutionState.Ended => "ended although the incident is not over",
            _ => "died",
        },
        expectedSince);

    /// <param name="ExpectedSince">Since when it should be there; null for since the incident was opened or revived.</param>
    private sealed record WorkflowFault(string Workflow, bool Missing, string State, DateTimeOffset? ExpectedSince);
}
