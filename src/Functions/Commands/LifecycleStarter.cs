using System.Globalization;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Workflows;

namespace IncidentServerless.Functions.Commands;

/// <summary>Starts the lifecycle of an incident's generation, once however often it is asked.</summary>
public sealed class LifecycleStarter(IAmazonStepFunctions workflows, Settings settings)
{
    public async Task StartAsync(string incidentId, int generation, CancellationToken cancellation)
    {
        try
        {
            await workflows.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = settings.LifecycleArn,
                    Name = ExecutionNames.Lifecycle(incidentId, generation),
                    Input = string.Create(CultureInfo.InvariantCulture, $$"""{"incidentId":"{{incidentId}}","generation":{{generation}}}"""),
                },
                cancellation).ConfigureAwait(false);
        }
        catch (ExecutionAlreadyExistsException)
        {
            // The name says which incident and generation it is, and the input follows from the name: it is this one, running or ended.
        }
    }
}
