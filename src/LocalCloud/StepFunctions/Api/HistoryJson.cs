using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>A history event in the shape of GetExecutionHistory.</summary>
internal static class HistoryJson
{
    private static readonly string[] Data = ["input", "output", "parameters", "assignedVariables"];

    /// <param name="withData">Whether to show inputs and outputs.</param>
    public static JsonObject Of(HistoryEvent item, bool withData)
    {
        var json = new JsonObject
        {
            ["timestamp"] = ApiTime.Node(item.Timestamp),
            ["type"] = item.Type,
            ["id"] = item.Id,
            ["previousEventId"] = item.PreviousEventId,
        };
        if (item.Details?.DeepClone() is JsonObject details)
        {
            foreach (var member in withData ? [] : Data)
            {
                details.Remove(member);
            }

            json[item.DetailsMember] = details;
        }

        return json;
    }
}
