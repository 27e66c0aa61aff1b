using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>The fields of a Map that expressions may fill.</summary>
internal sealed record MapFields(
    PayloadTemplate? Items, PayloadTemplate? ItemSelector, PayloadTemplate? MaxConcurrency, PayloadTemplate? ToleratedFailureCount, PayloadTemplate? ToleratedFailurePercentage)
{
    private static readonly string[] ProcessorFields = ["StartAt", "States", "ProcessorConfig", "Comment"];

    public static MapFields Read(DefinitionNode node)
    {
        if (node.Find("Items") is { } items
            && items.Value.ValueKind != JsonValueKind.Array
            && (items.Value.ValueKind != JsonValueKind.String || Expression.TryParse(items.Value.GetString()!) is null))
        {
            items.Fault("Expected value of type [Array, or a JSONata expression]");
        }

        return new MapFields(
            node.Template("Items"),
            node.Template("ItemSelector"),
            node.IntegerTemplate("MaxConcurrency", least: 0),
            node.IntegerTemplate("ToleratedFailureCount", least: 0),
            node.Template("ToleratedFailurePercentage"));
    }

    public static Workflow ReadProcessor(DefinitionNode node)
    {
        StateReader.RefuseUnknown(node, ProcessorFields);
        if (node.Find("ProcessorConfig")?.Text("Mode") is not (null or "INLINE"))
        {
            node.Fault("NOT_EMULATED", "The local cloud runs inline Maps only; set \"Mode\": \"INLINE\"", "ProcessorConfig/Mode");
        }

        return Workflow.Read(node);
    }

    /// <summary>The items: those of the field, else the input.</summary>
    public async Task<JsonElement[]> ItemsAsync(Visit visit)
    {
        if (Items is null)
        {
            return visit.Input.ValueKind == JsonValueKind.Array
                ? [.. visit.Input.EnumerateArray()]
                : throw visit.Refuse($"Map state input must be an array but was: {Json.Text(visit.Input)}", location: null);
        }

        var items = await visit.EvaluateAsync(Items, "Items", "array", value => value.ValueKind == JsonValueKind.Array);
        return [.. items.EnumerateArray()];
    }

    /// <summary>How many failures fail the Map: null when the first one does, with its own error.</summary>
    public async Task<double?> ToleranceAsync(Visit visit, int items)
    {
        var count = await visit.IntegerAsync(ToleratedFailureCount, "ToleratedFailureCount", least: long.MinValue);
        if (count < 0)
        {
            throw visit.Refuse("ToleratedFailureCount cannot be negative.", "ToleratedFailureCount");
        }

        double? share = null;
        if (ToleratedFailurePercentage is not null)
        {
            var percentage = await visit.EvaluateAsync(
                ToleratedFailurePercentage, "ToleratedFailurePercentage", "number", value => value.ValueKind == JsonValueKind.Number);
            share = percentage.GetDouble() is >= 0 and <= 100 and var percent
                ? percent * items / 100
                : throw visit.Refuse("ToleratedFailurePercentage must be between 0 and 100.", "ToleratedFailurePercentage");
        }

        return count is null ? share : share is null ? count : Math.Min(count.Value, share.Value);
    }
}
