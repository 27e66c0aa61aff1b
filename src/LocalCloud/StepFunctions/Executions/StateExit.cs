using System.Text.Json;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>How a state is left.</summary>
/// <param name="Next">Null at the end of the line.</param>
/// <param name="Assigned">An object of variables; null when the state assigns none.</param>
internal sealed record StateExit(JsonElement Output, string? Next, JsonElement? Assigned);
