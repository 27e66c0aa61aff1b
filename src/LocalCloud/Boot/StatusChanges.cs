using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Events;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>Step Functions tells the bus of each new status of an execution ("Step Functions Execution Status Change").</summary>
internal sealed class StatusChanges(EventsService events, ObservationLog observations, ICloudClock clock)
{
    private readonly ConcurrentQueue<JsonObject> waiting = new();
    private readonly SemaphoreSlim turn = new(1);

    public void Tell(ExecutionStatusChange change)
    {
        var machine = change.StateMachineArn[(change.StateMachineArn.LastIndexOf(':') + 1)..];
        observations.Add(change.StopDate is null
            ? new ExecutionStarted(machine, change.ExecutionArn, change.Input)
            : new ExecutionEnded(machine, change.ExecutionArn, change.Status, change.Output, change.Error, change.Cause));
        waiting.Enqueue(Envelope(change));
        // A timer that is due starts at once and holds the clock until the event is delivered. Timers may overtake each other; events must not.
        clock.Schedule(clock.UtcNow, PutNextAsync);
    }

    private async Task PutNextAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (waiting.TryDequeue(out var envelope))
                await events.PutAsync(envelope);
        }
        finally
        {
            turn.Release();
        }
    }

    private static JsonObject Envelope(ExecutionStatusChange change) => new()
    {
        ["detail-type"] = "Step Functions Execution Status Change",
        ["source"] = "aws.states",
        ["resources"] = new JsonArray(change.ExecutionArn),
        ["detail"] = new JsonObject
        {
            ["executionArn"] = change.ExecutionArn,
            ["stateMachineArn"] = change.StateMachineArn,
            ["name"] = change.Name,
            ["status"] = change.Status,
            ["startDate"] = change.StartDate.ToUnixTimeMilliseconds(),
            ["stopDate"] = change.StopDate?.ToUnixTimeMilliseconds(),
            ["input"] = change.Input,
            ["output"] = change.Output,
            ["inputDetails"] = new JsonObject { ["included"] = true },
            ["outputDetails"] = change.Output is null ? null : new JsonObject { ["included"] = true },
            ["error"] = change.Error,
            ["cause"] = change.Cause,
        },
    };
}
