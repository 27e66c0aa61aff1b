using System.Text.Json;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>What an expression can see.</summary>
/// <param name="Input">The state's raw input, in every field.</param>
/// <param name="Context">Built only for expressions that ask for it.</param>
/// <param name="Variables">The variables as they were before the state.</param>
/// <param name="Now">The moment that <c>$now()</c> and <c>$millis()</c> tell.</param>
internal sealed record Bindings(JsonElement Input, Lazy<JsonElement> Context, VariableScope Variables, DateTimeOffset Now)
{
    /// <summary>Present in Output and Assign of Task, Map and Parallel.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Present in a Catch.</summary>
    public JsonElement? ErrorOutput { get; init; }

    /// <summary>A member of <c>$states</c>; null if there is none of the name here.</summary>
    public JsonElement? States(string member) => member switch
    {
        "input" => Input,
        "context" => Context.Value,
        "result" => Result,
        "errorOutput" => ErrorOutput,
        _ => null,
    };
}
