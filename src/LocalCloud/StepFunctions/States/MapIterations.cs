using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>The iterations of one attempt of a Map.</summary>
/// <param name="tolerance">How many may fail; null when none may, and the failure is then the Map's.</param>
internal sealed class MapIterations(
    Visit visit, StrandGroup members, Workflow processor, PayloadTemplate? selector, double? tolerance, IReadOnlyList<JsonElement> items)
{
    private readonly long started = visit.Strand.LastEvent;
    private readonly Queue<long> freed = [];
    private readonly JsonElement?[] outputs = new JsonElement?[items.Count];
    private int failures;

    /// <summary>The event that the Map's success points back to.</summary>
    public long Last { get; private set; } = visit.Strand.LastEvent;

    public IEnumerable<JsonElement> Outputs => outputs.OfType<JsonElement>();

    public Strand Begin(int index)
    {
        // An iteration that takes the place of an ended one follows that one's last event.
        var began = Append("MapIterationStarted", freed.TryDequeue(out var after) ? after : started, index);
        return visit.Strand.Iteration(members, new MapItem(index, items[index]), began);
    }

    public async Task RunAsync(int index, Strand strand)
    {
        try
        {
            var input = selector is null ? items[index] : await visit.EvaluateAsync(selector, "ItemSelector", visit.Bindings(item: strand.Item));
            outputs[index] = await WorkflowRun.RunAsync(processor, strand, input);
        }
        catch (StrandAbortedException aborted)
        {
            Append("MapIterationAborted", aborted.FailureEventId, index);
            throw;
        }
        catch (StatesError failure)
        {
            Last = Append("MapIterationFailed", failure.EventId, index);
            Tolerate(failure);
            freed.Enqueue(failure.EventId);
            return;
        }

        Last = Append("MapIterationSucceeded", strand.LastEvent, index);
        freed.Enqueue(strand.LastEvent);
    }

    private void Tolerate(StatesError failure)
    {
        if (tolerance is null || failure is RuntimeError)
        {
            throw failure;
        }

        if (++failures > tolerance)
        {
            throw new ExceedToleratedFailureThresholdError { EventId = failure.EventId };
        }
    }

    private long Append(string type, long previous, int index) =>
        visit.Strand.Append(type, previous, new JsonObject { ["name"] = visit.State.Name, ["index"] = index });
}
