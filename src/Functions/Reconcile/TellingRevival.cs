using System.Globalization;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Workflows;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Reconcile;

/// <summary>Lets status updates, and what follows an incident, go on where their execution died. They never touch paging, so no new generation is needed.</summary>
public sealed class TellingRevival(IAmazonStepFunctions workflows, ExecutionProbe executions, IncidentPolicy policy, Settings settings, ILogger<TellingRevival> logger)
{
    /// <summary>What dies so often dies at every turn; the alarm on the workflow has told people by then.</summary>
    private const int MostDead = 10;

    public Task UpdatesAsync(Incident incident, CancellationToken cancellation) =>
        incident.IsActive ? ReviveAsync(incident, settings.StatusUpdatesArn, part => ExecutionNames.StatusUpdates(incident.Id, incident.Generation, part), cancellation) : Task.CompletedTask;

    public Task AftermathAsync(Incident incident, DateTimeOffset now, CancellationToken cancellation) =>
        AftermathRules.Next(incident, incident.Generation, policy, now) is AftermathDecision.Finish
            ? Task.CompletedTask
            : ReviveAsync(incident, settings.PostIncidentArn, part => ExecutionNames.PostIncident(incident.Id, incident.Generation, part), cancellation);

    private async Task ReviveAsync(Incident incident, string stateMachineArn, Func<int, string> nameOf, CancellationToken cancellation)
    {
        var parts = await executions.PartsAsync(stateMachineArn, nameOf, cancellation).ConfigureAwait(false);
        if (parts.Last != ExecutionState.Dead || parts.Dead >= MostDead)
        {
            return;
        }

        var name = nameOf(parts.Count + 1);
        logger.LogWarning("{IncidentId}: {Execution} goes on where the one before died", incident.Id, name);
        try
        {
            await workflows.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = stateMachineArn,
                    Name = name,
                    Input = string.Create(CultureInfo.InvariantCulture, $$"""{"incidentId":"{{incident.Id}}","generation":{{incident.Generation}},"part":{{parts.Count + 1}}}"""),
                },
                cancellation).ConfigureAwait(false);
        }
        catch (ExecutionAlreadyExistsException)
        {
            // Another Reconcile was faster, with the same input.
        }
    }
}
