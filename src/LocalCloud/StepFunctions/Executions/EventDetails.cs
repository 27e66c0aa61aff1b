using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>Shapes that history events share.</summary>
internal static class EventDetails
{
    public static JsonObject NotTruncated() => new() { ["truncated"] = false };

    /// <summary>Members that are unset are left out, as the service does.</summary>
    public static JsonObject? Error(string? error, string? cause)
    {
        var details = With([], error, cause);
        return details.Count == 0 ? null : details;
    }

    public static JsonObject With(JsonObject details, string? error, string? cause)
    {
        if (error is not null)
        {
            details["error"] = error;
        }

        if (cause is not null)
        {
            details["cause"] = cause;
        }

        return details;
    }

    public static JsonObject Exited(string name, StateExit exit)
    {
        var details = new JsonObject { ["name"] = name, ["output"] = Json.Text(exit.Output), ["outputDetails"] = NotTruncated() };
        if (exit.Assigned is { } assigned && assigned.EnumerateObject().Any())
        {
            details["assignedVariables"] = new JsonObject(assigned.EnumerateObject().Select(
                variable => KeyValuePair.Create(variable.Name, (JsonNode?)JsonValue.Create(Json.Text(variable.Value)))));
            details["assignedVariablesDetails"] = NotTruncated();
        }

        return details;
    }
}
