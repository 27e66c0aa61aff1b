using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Storage;
using IncidentServerless.Workflows;

namespace IncidentServerless.Functions.BeginRunbook;

/// <summary>Finds or declares the incident of a runbook's execution, and gives the incident's runbook to it. Safe to repeat.</summary>
public sealed class RunbookOpening(IncidentStore incidents, SignalStore signals, EventIntake intake, CommandHandler commands, IncidentPolicy policy)
{
    public async Task<RunbookContext> OpenAsync(RunbookRequest request, CancellationToken cancellation)
    {
        var input = RunbookInput.Read(request.Input);
        var place = ExecutionPlace.Of(request.Execution);
        var incident = input.IncidentId is { } id
            ? await JoinAsync(id, input, request, place, cancellation).ConfigureAwait(false)
            : await DeclareAsync(input, request, place, cancellation).ConfigureAwait(false);
        return RunbookContexts.Of(incident, input.DryRun, request, place.Account, place.Region, place.Partition, policy);
    }

    private async Task<Incident> JoinAsync(string incidentId, RunbookInput input, RunbookRequest request, ExecutionPlace place, CancellationToken cancellation)
    {
        var incident = (await incidents.FindAsync(incidentId, cancellation).ConfigureAwait(false))?.Incident
            ?? throw new BadRunbookInputException([$"incidentId names {incidentId}, and there is no such incident"]);
        var byLifecycle = input.Generation is { } generation && place.Name == ExecutionNames.Runbook(incidentId, generation);
        if (!incident.IsActive && !byLifecycle)
        {
            throw new BadRunbookInputException([$"incidentId names {incidentId}, which is over; name an open one, or leave incidentId out to declare one"]);
        }

        if (input.DryRun)
        {
            return incident;
        }

        var started = await commands.HandleAsync(
            new StartRunbook
            {
                IncidentId = incidentId,
                At = request.At,
                CommandId = $"start-runbook/{request.Execution}",
                Runbook = request.Runbook,
                Execution = request.Execution,
                ByHand = byLifecycle ? null : input.By ?? "somebody",
                Generation = byLifecycle ? input.Generation : null,
            },
            cancellation).ConfigureAwait(false);
        return started.Incident;
    }

    private async Task<Incident> DeclareAsync(RunbookInput input, RunbookRequest request, ExecutionPlace place, CancellationToken cancellation)
    {
        var signal = ManualSignal.Of(input, request, place.Account, place.Region, place.Name, policy);
        var failed = await intake.TakeInAsync([new IncomingEvent(request.Execution, new Classification.Signalled(signal))], request.At, cancellation).ConfigureAwait(false);
        var disposition = await signals.FindDispositionAsync(signal.Source, signal.EventId, cancellation).ConfigureAwait(false);
        return disposition?.IncidentId is { } id && failed.Count == 0 && await incidents.FindAsync(id, cancellation).ConfigureAwait(false) is { } stored
            ? stored.Incident
            : throw new IncidentContendedException(disposition?.IncidentId ?? "that is to be declared");
    }
}
