using System.Text.Json;
using IncidentServerless.LocalCloud.Endpoint;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>A checked definition.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="TimeoutSeconds">How long an execution may run; null for any time.</param>
internal sealed record Definition(string Text, Workflow Workflow, double? TimeoutSeconds, IReadOnlyList<PlacedExpression> Expressions)
{
    private const string NotJson = "INVALID_JSON_DESCRIPTION";

    private static readonly string[] Fields = ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

    /// <summary>Reads a definition. It is fit to run only if nothing is wrong with it, and with its expressions' syntax.</summary>
    public static (Definition? Definition, IReadOnlyList<DefinitionFault> Faults) Read(string text)
    {
        JsonElement json;
        try
        {
            json = Json.Parse(text);
        }
        catch (JsonException broken)
        {
            return (null, [new DefinitionFault(NotJson, broken.Message, null)]);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, [new DefinitionFault(NotJson, "Definition must be a valid JSON object", null)]);
        }

        var language = json.TryGetProperty("QueryLanguage", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "JSONPath";
        var reading = new DefinitionReading(language, []);
        var root = new DefinitionNode(json, "", reading);
        States.StateReader.RefuseUnknown(root, Fields);
        var definition = new Definition(text, Workflow.Read(root), root.Number("TimeoutSeconds", least: 1), PlacedExpression.Find(json));
        return (definition, reading.Faults);
    }

    public static AwsError Invalid(IEnumerable<DefinitionFault> faults) =>
        new("InvalidDefinition", $"Invalid State Machine Definition: '{string.Join(", ", faults)}'");
}
