using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Reads a state of any type and refuses fields that its type does not have.</summary>
internal static class StateReader
{
    private static readonly string[] Common = ["Type", "Comment", "QueryLanguage"];

    private static readonly string[] OfJsonPathOnly =
    [
        "InputPath", "OutputPath", "Parameters", "Result", "ResultPath", "ResultSelector", "ItemsPath", "SecondsPath", "TimestampPath", "TimeoutSecondsPath",
        "HeartbeatSecondsPath", "ErrorPath", "CausePath", "MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath", "Variable",
    ];

    private static readonly string[] OfDistributedMaps = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

    private static readonly Dictionary<string, (string[] Fields, Func<StateHeader, DefinitionNode, State> Read)> Types = new()
    {
        ["Task"] = (TaskState.Fields, TaskState.Read),
        ["Wait"] = (WaitState.Fields, WaitState.Read),
        ["Pass"] = (PassState.Fields, PassState.Read),
        ["Succeed"] = (SucceedState.Fields, SucceedState.Read),
        ["Fail"] = (FailState.Fields, FailState.Read),
        ["Choice"] = (ChoiceState.Fields, ChoiceState.Read),
        ["Parallel"] = (ParallelState.Fields, ParallelState.Read),
        ["Map"] = (MapState.Fields, MapState.Read),
    };

    /// <returns>Null, and a fault in the node, for what is no state.</returns>
    public static State? Read(string name, DefinitionNode node)
    {
        if (!node.IsObject)
        {
            node.Fault("Expected value of type [Object]");
            return null;
        }

        if (!node.Require("Type") || node.Text("Type") is not { } type)
        {
            return null;
        }

        if (!Types.TryGetValue(type, out var kind))
        {
            node.Fault($"The field 'Type' should have one of these values: [{string.Join(", ", Types.Keys)}]", "Type");
            return null;
        }

        if (!IsJsonata(node))
        {
            return null;
        }

        RefuseUnknown(node, [.. Common, .. kind.Fields]);
        var header = new StateHeader(name, type, ReadNext(node, type), node.Template("Output"), node.Template("Assign"));
        if (node.Find("Assign") is { Value.ValueKind: not JsonValueKind.Object } assign)
        {
            assign.Fault("Expected value of type [Object]");
        }

        return kind.Read(header, node);
    }

    public static void RefuseUnknown(DefinitionNode node, IReadOnlyCollection<string> known)
    {
        foreach (var (name, _) in node.Members().Where(member => !known.Contains(member.Name)))
        {
            if (OfJsonPathOnly.Contains(name))
            {
                node.Fault($"The QueryLanguage is set to 'JSONata', but field '{name}' is only supported for the 'JSONPath' QueryLanguage");
            }
            else if (OfDistributedMaps.Contains(name) && known.Contains("ItemProcessor"))
            {
                node.Fault("NOT_EMULATED", $"The local cloud runs inline Maps only; field '{name}' belongs to distributed Maps", name);
            }
            else
            {
                node.Fault($"Field '{name}' is not supported");
            }
        }
    }

    private static bool IsJsonata(DefinitionNode node)
    {
        var own = node.Text("QueryLanguage") ?? node.MachineLanguage;
        if (own == "JSONata")
        {
            return true;
        }

        if (own != "JSONPath")
        {
            node.Fault("The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata]", "QueryLanguage");
        }
        else if (node.MachineLanguage == "JSONata")
        {
            node.Fault("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
        }
        else
        {
            node.Fault("NOT_EMULATED", "The local cloud runs JSONata only; set \"QueryLanguage\": \"JSONata\" for the state machine or the state", null);
        }

        return false;
    }

    private static string? ReadNext(DefinitionNode node, string type)
    {
        if (type is "Succeed" or "Fail" or "Choice")
        {
            return null;
        }

        if (node.Has("Next") == node.Boolean("End"))
        {
            node.Fault("Exactly one of these fields is required: [Next, End]");
        }

        return node.Text("Next");
    }
}
