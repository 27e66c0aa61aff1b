using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Responses;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Commands;

/// <summary>Does what somebody who responds wants done, by whatever way they ask.</summary>
public sealed class DeedHandler(CommandHandler commands, ILogger<DeedHandler> logger)
{
    /// <param name="decision">Of the incident as it was read.</param>
    /// <param name="way">By what way it was asked for, for the log: <c>Slack</c>.</param>
    public async Task<DeedOutcome> HandleAsync(ResponseDecision decision, Incident incident, string way, DateTimeOffset now, CancellationToken cancellation)
    {
        if (decision is DeedRefused refused)
        {
            // Whoever got no answer asks again, and is not to read that somebody else did it.
            return refused.Meant is { } meant && await commands.RepeatedAsync(meant, incident, cancellation).ConfigureAwait(false) is not null
                ? new DeedOutcome(incident, meant, ResponseDecision.Overtaken(meant, incident, now), Changed: false)
                : new DeedOutcome(incident, null, refused, Changed: false);
        }

        var command = ((DeedAccepted)decision).Command;
        var outcome = await commands.HandleAsync(command, cancellation).ConfigureAwait(false);
        logger.LogInformation("{IncidentId}: {Deed} by {Way}, changed: {Changed}", incident.Id, command.GetType().Name, way, outcome.Changed);
        return new DeedOutcome(outcome.Incident, command, ResponseDecision.Overtaken(command, outcome.Incident, now), outcome.Changed);
    }
}

/// <param name="Incident">As it is then.</param>
/// <param name="Command">Null when it was refused before anything was tried.</param>
/// <param name="Refusal">Why it does not count; null when it does.</param>
/// <param name="Changed">False when it changed nothing, this time or ever.</param>
public sealed record DeedOutcome(Incident Incident, IncidentCommand? Command, DeedRefused? Refusal, bool Changed);
