using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>The field ErrorEquals of Retry and Catch.</summary>
internal static class ErrorNames
{
    public static IReadOnlyList<string> Read(DefinitionNode node)
    {
        node.Require("ErrorEquals");
        var names = node.Items("ErrorEquals");
        if (node.Has("ErrorEquals") && names.Count == 0)
        {
            node.Fault("Value cannot be empty", "ErrorEquals");
        }

        foreach (var name in names.Where(name => name.Value.ValueKind != JsonValueKind.String))
        {
            name.Fault("Expected value of type [String]");
        }

        if (names.Count > 1 && names.Any(name => name.Value.ValueKind == JsonValueKind.String && name.Value.GetString() == "States.ALL"))
        {
            node.Fault("States.ALL must appear alone", "ErrorEquals");
        }

        return [.. names.Where(name => name.Value.ValueKind == JsonValueKind.String).Select(name => name.Value.GetString()!)];
    }
}
