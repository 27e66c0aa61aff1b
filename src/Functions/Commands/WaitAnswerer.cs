using System.Globalization;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Commands;

/// <summary>Wakes the workflows whose topics were raised since they looked. Safe to repeat.</summary>
public sealed class WaitAnswerer(WaitStore waits, IAmazonStepFunctions workflows, ILogger<WaitAnswerer> logger)
{
    public async Task AnswerAsync(Incident incident, CancellationToken cancellation)
    {
        foreach (var wait in await waits.PendingAsync(incident.Id, cancellation).ConfigureAwait(false))
        {
            if (Topics.Hold(incident, wait.Topics, wait.SeenVersion))
            {
                await SendAsync(incident, wait.TaskToken, cancellation).ConfigureAwait(false);
                await waits.ForgetAsync(wait, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Answers one token. One that Step Functions no longer knows is dropped: its state has timed out or its execution has ended.</summary>
    public async Task SendAsync(Incident incident, string token, CancellationToken cancellation)
    {
        try
        {
            await workflows.SendTaskSuccessAsync(
                new SendTaskSuccessRequest
                {
                    TaskToken = token,
                    Output = string.Create(CultureInfo.InvariantCulture, $$"""{"version":{{incident.Version}}}"""),
                },
                cancellation).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is TaskDoesNotExistException or TaskTimedOutException or InvalidTokenException)
        {
            logger.LogInformation("{IncidentId}: a workflow no longer waits ({Reason})", incident.Id, gone.GetType().Name);
        }
    }
}
