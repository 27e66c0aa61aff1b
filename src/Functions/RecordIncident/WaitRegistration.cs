using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Storage;

namespace IncidentServerless.Functions.RecordIncident;

/// <summary>Keeps a workflow's token. The wait is written before the incident is read, so a change in between is never missed.</summary>
public sealed class WaitRegistration(WaitStore waits, IncidentStore incidents, WaitAnswerer answerer, IncidentPolicy policy)
{
    public async Task<IncidentAnswer> RegisterAsync(RegisterWait wait, CancellationToken cancellation)
    {
        await waits.RegisterAsync(wait, cancellation).ConfigureAwait(false);
        var stored = await incidents.FindAsync(wait.IncidentId, cancellation).ConfigureAwait(false)
            ?? throw new IncidentNotFoundException(wait.IncidentId);
        var incident = stored.Incident;
        if (IncidentDecider.IsSuperseded(incident, wait))
        {
            await answerer.SendAsync(incident, wait.TaskToken, cancellation).ConfigureAwait(false);
        }

        await answerer.AnswerAsync(incident, cancellation).ConfigureAwait(false);
        return LifecycleRules.Answer(incident, wait, policy);
    }
}
