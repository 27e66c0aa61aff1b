using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.States;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>Leads a strand from state to state.</summary>
internal static class WorkflowRun
{
    /// <returns>The last state's output.</returns>
    /// <exception cref="StatesError">A state failed and nothing in the workflow caught it.</exception>
    public static async Task<JsonElement> RunAsync(Workflow workflow, Strand strand, JsonElement input)
    {
        var current = workflow.StartAt;
        while (true)
        {
            strand.ThrowIfAborted();
            var exit = await VisitAsync(workflow.States[current], strand, input);
            if (exit.Next is null)
            {
                return exit.Output;
            }

            current = exit.Next;
            input = exit.Output;
        }
    }

    private static async Task<StateExit> VisitAsync(State state, Strand strand, JsonElement input)
    {
        var visit = Visit.Enter(strand, state, input);
        StateExit exit;
        try
        {
            await strand.TakeTurnsAsync();
            exit = await state.RunAsync(visit);
        }
        catch (StrandAbortedException aborted) when (state.IsAbortable)
        {
            strand.Append($"{state.Type}StateAborted", aborted.FailureEventId);
            throw;
        }
        catch (StatesError failure) when (state is TaskState && strand.IsBranch)
        {
            strand.Append("TaskStateAborted", failure.EventId);
            throw;
        }

        if (exit.Assigned is { } assigned)
        {
            strand.Variables.Assign(assigned.EnumerateObject().Select(variable => KeyValuePair.Create(variable.Name, variable.Value)));
        }

        var exited = strand.Append($"{state.Type}StateExited", visit.ExitAfter ?? strand.LastEvent, EventDetails.Exited(state.Name, exit));
        strand.LastEvent = exited;
        return exit;
    }
}
