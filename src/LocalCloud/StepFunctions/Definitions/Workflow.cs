using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.States;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>States that lead from one to the next: a state machine, a branch of a Parallel, the item processor of a Map.</summary>
internal sealed record Workflow(string StartAt, IReadOnlyDictionary<string, State> States)
{
    /// <summary>Reads <c>StartAt</c> and <c>States</c>; faults are noted in the node.</summary>
    public static Workflow Read(DefinitionNode node)
    {
        var states = new Dictionary<string, State>();
        if (!node.Require("StartAt", "States") || node.Text("StartAt") is not { } start || node.Find("States") is not { } all)
        {
            return new Workflow("", states);
        }

        if (all.Value.ValueKind != JsonValueKind.Object || !all.Value.EnumerateObject().Any())
        {
            all.Fault("Value cannot be empty");
            return new Workflow(start, states);
        }

        foreach (var (name, state) in all.Members())
        {
            if (StateReader.Read(name, state) is { } read)
            {
                states[name] = read;
            }
        }

        if (!node.HasFaults)
        {
            Transitions.Check(node, all, start);
        }

        return new Workflow(start, states);
    }

    /// <summary>Every state, also those inside of others.</summary>
    public IEnumerable<State> All() => States.Values.SelectMany(state => state.Inner.SelectMany(inner => inner.All()).Prepend(state));
}
