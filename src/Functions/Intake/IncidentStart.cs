using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Intake;

/// <summary>Sees to it that an opened incident has its workflows; when they will not start, people are paged all the same.</summary>
public sealed class IncidentStart(IncidentStore incidents, LifecycleStarter lifecycles, DirectPager pager, WaitAnswerer waits, ILogger<IncidentStart> logger)
{
    /// <summary>Starts the lifecycle of what an event opened; safe to repeat. Does nothing for any other disposition.</summary>
    /// <exception cref="LifecycleNotStartedException">It did not start. People have been paged once; deliver the message again.</exception>
    public async Task EnsureAsync(EventDisposition disposition, string eventId, DateTimeOffset now, CancellationToken cancellation)
    {
        if (disposition is not { NeedsLifecycle: true, IncidentId: { } incidentId })
        {
            return;
        }

        try
        {
            await lifecycles.StartAsync(incidentId, disposition.Generation, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (AwsClients.IsUnavailable(fault))
        {
            logger.LogError("{IncidentId}: Step Functions did not start the lifecycle: {Fault}", incidentId, fault.Message);
            // The page goes out, however little patience whoever asks has left.
            await pager.PageOnceAsync(incidentId, disposition.Generation, eventId, now, CancellationToken.None).ConfigureAwait(false);
            throw new LifecycleNotStartedException(incidentId, fault);
        }
    }

    /// <summary>Does again what a crash after storing the disposition may have left undone.</summary>
    /// <exception cref="LifecycleNotStartedException">As <see cref="EnsureAsync"/>.</exception>
    public async Task RepeatAsync(EventDisposition stored, string eventId, DateTimeOffset now, CancellationToken cancellation)
    {
        await EnsureAsync(stored, eventId, now, cancellation).ConfigureAwait(false);
        if (stored.IncidentId is { } incidentId && await incidents.FindAsync(incidentId, cancellation).ConfigureAwait(false) is { } known)
        {
            await WakeAsync(known.Incident, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Wakes the workflows that wait for what signals just changed.</summary>
    public Task WakeAsync(Incident incident, CancellationToken cancellation) => waits.AnswerAsync(incident, cancellation);
}

public sealed class LifecycleNotStartedException(string incidentId, Exception cause)
    : Exception($"The lifecycle of {incidentId} did not start ({cause.Message}). The message goes back to the queue.", cause);
