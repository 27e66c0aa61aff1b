using System.Text.Json.Nodes;

namespace IncidentServerless.Workflows;

/// <summary>
/// Makes a runbook's state machine from what all runbooks share (<c>runbooks/frame.asl.json</c>, <c>runbooks/remediation.asl.json</c>) and
/// from the runbook's own folder: <c>gather.asl.json</c>, one scope for each kind of evidence, and a file for each kind of action with the
/// scopes <c>look</c>, <c>apply</c>, <c>measure</c> and, where it can be undone, <c>undo</c>.
/// </summary>
internal sealed class RunbookComposition(string runbook, Func<string, JsonObject> read)
{
    private const string FirstRemediationState = "What is there to do?";

    /// <param name="actions">The kinds of action that policy lets it do. With none, nothing of remediation is in the machine.</param>
    public JsonObject Compose(IReadOnlyCollection<string> actions)
    {
        var machine = read("runbooks/frame.asl.json");
        var states = machine["States"]!.AsObject();
        foreach (var (evidence, scope) in read($"runbooks/{runbook}/gather.asl.json").ToList())
        {
            states["Gather the evidence"]!["Branches"]!.AsArray().Add((JsonNode)Gathering(evidence, (JsonObject)scope!.DeepClone()));
        }

        if (actions.Count > 0)
        {
            var kinds = actions.Order(StringComparer.Ordinal).Select(kind => (Kind: kind, Scopes: read($"runbooks/{runbook}/{kind}.asl.json"))).ToList();
            foreach (var (name, state) in read("runbooks/remediation.asl.json")["States"]!.AsObject().ToList())
            {
                states[name] = Slotted(state!.DeepClone().AsObject(), kinds);
            }

            states["Record the diagnosis"]!["Next"] = FirstRemediationState;
        }

        return machine;
    }

    /// <summary>Each call gets the same patience, and its failure becomes "unavailable: reason" of its evidence.</summary>
    private static JsonObject Gathering(string evidence, JsonObject scope)
    {
        var missing = $"Evidence of {evidence} is missing";
        var states = scope["States"]!.AsObject();
        foreach (var (_, state) in states.ToList())
        {
            var type = state!["Type"]!.GetValue<string>();
            if (type == "Task")
            {
                state["TimeoutSeconds"] ??= 30;
                state["Retry"] ??= JsonNode.Parse("""[{ "ErrorEquals": ["States.TaskFailed", "States.Timeout"], "IntervalSeconds": 2, "BackoffRate": 2, "MaxAttempts": 2 }]""");
            }

            if (type is "Task" or "Map")
            {
                state["Catch"] ??= Unavailable(evidence, missing);
            }
        }

        states[missing] = new JsonObject { ["Type"] = "Succeed" };
        return scope;
    }

    // States.ALL leaves States.DataLimitExceeded out, so that one is named.
    private static JsonArray Unavailable(string evidence, string next) => new(
        new JsonObject
        {
            ["ErrorEquals"] = new JsonArray("States.DataLimitExceeded"),
            ["Output"] = new JsonObject { [evidence] = new JsonObject { ["unavailable"] = "the answer was larger than a workflow can hold" } },
            ["Next"] = next,
        },
        new JsonObject
        {
            ["ErrorEquals"] = new JsonArray("States.ALL"),
            ["Output"] = new JsonObject
            {
                [evidence] = new JsonObject { ["unavailable"] = "{% $substring($join([$states.errorOutput.Error, $states.errorOutput.Cause][$type($) = 'string'], ': '), 0, 200) %}" },
            },
            ["Next"] = next,
        });

    /// <summary>Puts the actions' scopes into a slot, behind its choice of the action's kind.</summary>
    private static JsonObject Slotted(JsonObject state, IEnumerable<(string Kind, JsonObject Scopes)> kinds)
    {
        if (state["Slot"]?.GetValue<string>() is not { } slot)
        {
            return state;
        }

        state.Remove("Slot");
        var branch = state["Branches"]![0]!;
        var (states, first) = (branch["States"]!.AsObject(), branch["StartAt"]!.GetValue<string>());
        var choices = states[first]!["Choices"]!.AsArray();
        foreach (var (kind, scopes) in kinds)
        {
            if (scopes[slot] is not { } scope)
            {
                continue;
            }

            choices.Add((JsonNode)new JsonObject { ["Condition"] = $"{{% $answer.remediation.action.kind = '{kind}' %}}", ["Next"] = scope["StartAt"]!.GetValue<string>() });
            foreach (var (name, inner) in scope["States"]!.AsObject())
            {
                states[name] = inner!.DeepClone();
            }
        }

        if (choices.Count == 0)
        {
            // A choice without rules is none: nothing that this runbook does has anything to do here.
            branch["StartAt"] = states[first]!["Default"]!.GetValue<string>();
            states.Remove(first);
        }

        return state;
    }
}
