using System.Text.Json;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>Checks where states lead: every target exists, every state is reachable, and somewhere the workflow ends.</summary>
internal static class Transitions
{
    private const string Missing = "MISSING_TRANSITION_TARGET";

    public static void Check(DefinitionNode workflow, DefinitionNode states, string start)
    {
        var all = new Dictionary<string, DefinitionNode>();
        foreach (var (name, state) in states.Members())
        {
            all[name] = state;
        }

        if (!all.ContainsKey(start))
        {
            workflow.Fault(Missing, $"Missing 'Next' target: {start}", "StartAt");
        }

        foreach (var state in all.Values)
        {
            foreach (var (target, holder, field) in Targets(state).Where(target => !all.ContainsKey(target.Name)))
            {
                holder.Fault(Missing, $"Missing 'Next' target: {target}", field);
            }
        }

        if (!all.Values.Any(IsEnd))
        {
            workflow.FaultAt("MISSING_END_STATE", "Workflow has no terminal state", DefinitionFault.NoPlace);
            return;
        }

        var reached = new HashSet<string>();
        Reach(start, all, reached);
        foreach (var (name, state) in all.Where(state => !reached.Contains(state.Key)))
        {
            state.Fault(Missing, $"State \"{name}\" is not reachable.", null);
        }
    }

    private static void Reach(string name, Dictionary<string, DefinitionNode> all, HashSet<string> reached)
    {
        var open = new Stack<string>([name]);
        while (open.TryPop(out var next))
        {
            if (all.TryGetValue(next, out var state) && reached.Add(next))
            {
                foreach (var target in Targets(state))
                {
                    open.Push(target.Name);
                }
            }
        }
    }

    private static bool IsEnd(DefinitionNode state) =>
        state.Find("End")?.Value.ValueKind == JsonValueKind.True
        || state.Find("Type") is { Value.ValueKind: JsonValueKind.String } type && type.Value.GetString() is "Succeed" or "Fail";

    private static IEnumerable<(string Name, DefinitionNode Holder, string Field)> Targets(DefinitionNode state)
    {
        DefinitionNode[] holders = [state, .. Array(state, "Choices"), .. Array(state, "Catch")];
        return from holder in holders
               from field in new[] { "Next", "Default" }
               let target = holder.Find(field)
               where target is { Value.ValueKind: JsonValueKind.String }
               select (target.Value.GetString()!, holder, field);
    }

    private static IReadOnlyList<DefinitionNode> Array(DefinitionNode state, string field) =>
        state.Find(field)?.Value.ValueKind == JsonValueKind.Array ? state.Items(field) : [];
}
