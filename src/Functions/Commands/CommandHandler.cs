using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Functions.Metrics;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Commands;

/// <summary>The one way to change an incident: load, decide, append, answer the waits. Repeating a command changes nothing and answers the same.</summary>
public sealed class CommandHandler(IncidentStore incidents, RemediationLedger limits, WaitAnswerer waits, MetricLog metrics, IncidentPolicy policy, ILogger<CommandHandler> logger)
{
    private const int Tries = 12;

    /// <summary>What the same command became when it came before; null when it did not, and nothing is done.</summary>
    /// <param name="incident">As it is now.</param>
    public async Task<CommandOutcome?> RepeatedAsync(IncidentCommand command, Incident incident, CancellationToken cancellation)
    {
        if (await incidents.FindAnswerAsync(command.IncidentId, command.CommandId, cancellation).ConfigureAwait(false) is not { } given)
        {
            return null;
        }

        await waits.AnswerAsync(incident, cancellation).ConfigureAwait(false);
        // What was true then, but for this: whoever has been superseded since must not go on.
        return new CommandOutcome(incident, Read(given) with { Superseded = IncidentDecider.IsSuperseded(incident, command) }, Changed: false);
    }

    /// <exception cref="IncidentNotFoundException">There is no such incident.</exception>
    /// <exception cref="IncidentContendedException">Others kept changing the incident; try again later.</exception>
    public async Task<CommandOutcome> HandleAsync(IncidentCommand command, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var stored = await incidents.FindAsync(command.IncidentId, cancellation).ConfigureAwait(false)
                ?? throw new IncidentNotFoundException(command.IncidentId);
            if (await RepeatedAsync(command, stored.Incident, cancellation).ConfigureAwait(false) is { } repeated)
            {
                return repeated;
            }

            var spending = await SpendingAsync(stored.Incident, command, cancellation).ConfigureAwait(false);
            var events = IncidentDecider.Decide(stored.Incident, command is ActionCommand about && spending is not null ? about with { Spending = spending.Spending } : command, policy);
            var after = events.Aggregate(stored.Incident, IncidentFold.Apply);
            var answer = LifecycleRules.Answer(after, command, policy);
            if (events.IsEmpty)
            {
                await waits.AnswerAsync(stored.Incident, cancellation).ConfigureAwait(false);
                return new CommandOutcome(after, answer, Changed: false);
            }

            var spent = spending is null
                ? null
                : ((KnownSpending, RemediationSpending)?)(spending, events.Aggregate(spending.Spending, (soFar, happened) => soFar.After(happened)));
            if (await incidents.AppendAsync(stored, after, events, command, Write(answer), spent, cancellation).ConfigureAwait(false) == TransactionOutcome.Written)
            {
                foreach (var happened in events)
                {
                    logger.LogInformation("{IncidentId}: {Event}", after.Id, happened.GetType().Name);
                }

                metrics.Write(stored.Incident, events);
                await waits.AnswerAsync(after, cancellation).ConfigureAwait(false);
                return new CommandOutcome(after, answer, Changed: true);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(15 * attempt), cancellation).ConfigureAwait(false);
        }

        throw new IncidentContendedException(command.IncidentId);
    }

    /// <summary>What limits over all incidents count, for a command about an action; null for all others.</summary>
    private async Task<KnownSpending?> SpendingAsync(Incident incident, IncidentCommand command, CancellationToken cancellation) =>
        command is ActionCommand about && incident.Actions.FirstOrDefault(record => record.Id == about.ActionId) is { } record
            ? await limits.FindAsync(record.Runbook, record.Action, command.At, cancellation).ConfigureAwait(false)
            : null;

    private static string Write(IncidentAnswer answer) => JsonSerializer.Serialize(answer, DomainJson.Default.IncidentAnswer);

    private static IncidentAnswer Read(string answer) =>
        JsonSerializer.Deserialize(answer, DomainJson.Default.IncidentAnswer) ?? throw new FormatException("The remembered answer is null.");
}

/// <summary>What became of a command.</summary>
/// <param name="Incident">As it is now.</param>
/// <param name="Answer">For the workflow that asked.</param>
/// <param name="Changed">False when the command changed nothing, this time or ever.</param>
public sealed record CommandOutcome(Incident Incident, IncidentAnswer Answer, bool Changed);

public sealed class IncidentNotFoundException(string incidentId) : Exception($"There is no incident '{incidentId}'.");

public sealed class IncidentContendedException(string incidentId) : Exception($"Others keep changing incident '{incidentId}'; nothing was written. Try again.");
