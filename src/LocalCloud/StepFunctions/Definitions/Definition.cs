using System.Text.Json;
using IncidentServerless.LocalCloud.Endpoint;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>A checked definition.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="TimeoutSeconds">How long an execution may run; null for any time.</param>
internal sealed record Definition(string Text, Workflow Workflow, double? TimeoutSeconds, IReadOnlyList<PlacedExpression> Expressions)
{
    private static readonly string[] Fields = ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

    /// <exception cref="AwsError"><c>InvalidDefinition</c>, naming every fault and its place.</exception>
    public static Definition Read(string text)
    {
        JsonElement json;
        try
        {
            json = Json.Parse(text);
        }
        catch (JsonException broken)
        {
            throw Invalid($"INVALID_JSON_DESCRIPTION: {broken.Message}");
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("INVALID_JSON_DESCRIPTION: Definition must be a valid JSON object");
        }

        var language = json.TryGetProperty("QueryLanguage", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "JSONPath";
        var reading = new DefinitionReading(language, []);
        var root = new DefinitionNode(json, "", reading);
        States.StateReader.RefuseUnknown(root, Fields);
        var definition = new Definition(text, Workflow.Read(root), root.Number("TimeoutSeconds", least: 1), PlacedExpression.Find(json));
        return reading.Faults.Count == 0 ? definition : throw Invalid(reading.Faults);
    }

    public static AwsError Invalid(IEnumerable<DefinitionFault> faults) => Invalid(string.Join(", ", faults));

    private static AwsError Invalid(string what) => new("InvalidDefinition", $"Invalid State Machine Definition: '{what}'");
}
