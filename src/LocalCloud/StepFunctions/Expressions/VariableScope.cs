using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>Workflow variables. An inner scope (a Map iteration, a Parallel branch) reads the outer ones; what it assigns ends with it.</summary>
internal sealed class VariableScope(VariableScope? outer = null)
{
    // Immutable, so that expressions under evaluation keep seeing the values from before an assignment.
    private ImmutableDictionary<string, JsonElement> own = ImmutableDictionary<string, JsonElement>.Empty;

    public JsonElement? Find(string name) => own.TryGetValue(name, out var value) ? value : outer?.Find(name);

    public void Assign(IEnumerable<KeyValuePair<string, JsonElement>> values) => own = own.SetItems(values);
}
