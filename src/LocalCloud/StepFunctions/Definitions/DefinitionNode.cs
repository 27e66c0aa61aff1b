using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>A place in a definition: reads its fields and notes what is wrong with them, so that all faults are told at once.</summary>
internal sealed class DefinitionNode(JsonElement value, string path, DefinitionReading reading)
{
    public JsonElement Value => value;

    public string Path => path.Length == 0 ? "/" : path;

    /// <summary>The query language of the whole state machine: what states inside of others have, too, unless they say otherwise.</summary>
    public string MachineLanguage => reading.MachineLanguage;

    /// <summary>Whether anything was found wrong so far, anywhere in the definition.</summary>
    public bool HasFaults => reading.Faults.Count > 0;

    public bool IsObject => value.ValueKind == JsonValueKind.Object;

    public void Fault(string message, string? field = null) => Fault("SCHEMA_VALIDATION_FAILED", message, field);

    public void Fault(string code, string message, string? field) => FaultAt(code, message, field is null ? Path : $"{path}/{field}");

    public void FaultAt(string code, string message, string place) => reading.Faults.Add(new DefinitionFault(code, message, place));

    public bool Has(string field) => IsObject && value.TryGetProperty(field, out _);

    /// <summary>The member, whatever it is; null when there is none.</summary>
    public DefinitionNode? Find(string field) =>
        IsObject && value.TryGetProperty(field, out var member) ? new DefinitionNode(member, $"{path}/{field}", reading) : null;

    public IEnumerable<(string Name, DefinitionNode Node)> Members() =>
        value.EnumerateObject().Select(member => (member.Name, new DefinitionNode(member.Value, $"{path}/{member.Name}", reading)));

    /// <summary>The items of an array field; none, and a fault, when the field is something else.</summary>
    public IReadOnlyList<DefinitionNode> Items(string field)
    {
        if (Find(field) is not { } found)
        {
            return [];
        }

        if (found.Value.ValueKind != JsonValueKind.Array)
        {
            found.Fault("Expected value of type [Array]");
            return [];
        }

        return [.. found.Value.EnumerateArray().Select((item, index) => new DefinitionNode(item, $"{path}/{field}[{index}]", reading))];
    }

    /// <summary>Notes the fields that are missing.</summary>
    public bool Require(params string[] fields)
    {
        var missing = fields.Where(field => !Has(field)).ToList();
        if (missing.Count > 0)
        {
            Fault($"These fields are required: [{string.Join(", ", missing)}]");
        }

        return missing.Count == 0;
    }

    public string? Text(string field) => Find(field) is { } found
        ? found.Value.ValueKind == JsonValueKind.String ? found.Value.GetString() : Refuse<string>(found, "String")
        : null;

    public bool Boolean(string field) => Find(field) is { } found
        && (found.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.Value.GetBoolean() : Refuse<object>(found, "Boolean") is not null);

    public double? Number(string field, double least) => Find(field) switch
    {
        null => null,
        { Value.ValueKind: JsonValueKind.Number } found when found.Value.GetDouble() >= least => found.Value.GetDouble(),
        var found => Refuse<object>(found, $"Number of at least {least}") as double?,
    };

    public PayloadTemplate? Template(string field) => Find(field) is { } found ? PayloadTemplate.Parse(found.Value) : null;

    /// <summary>An integer, or an expression that will give one.</summary>
    public PayloadTemplate? IntegerTemplate(string field, long least) => Find(field) is not { } found ? null
        : found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetInt64(out var number) && number >= least
            || (found.Value.ValueKind == JsonValueKind.String && Expression.TryParse(found.Value.GetString()!) is not null)
            ? PayloadTemplate.Parse(found.Value)
            : Refuse<PayloadTemplate>(found, $"Integer of at least {least}, or a JSONata expression");

    private static T? Refuse<T>(DefinitionNode found, string expected)
        where T : class
    {
        found.Fault($"Expected value of type [{expected}]");
        return null;
    }
}

/// <param name="MachineLanguage">The top-level QueryLanguage.</param>
/// <param name="Faults">What was found wrong so far.</param>
internal sealed record DefinitionReading(string MachineLanguage, List<DefinitionFault> Faults);
