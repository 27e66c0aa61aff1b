using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Permissions;

/// <summary>A Task state of a workflow, branches and maps included.</summary>
/// <param name="Resource">Without its pattern (<c>.waitForTaskToken</c>), which needs no permission of its own.</param>
internal sealed partial record WorkflowTask(string Workflow, string State, string Resource, JsonObject Arguments)
{
    private const string WaitForTaskToken = ".waitForTaskToken";

    public static IEnumerable<WorkflowTask> Of(WorkflowDefinition definition) => In(definition.Name, JsonNode.Parse(definition.Text)!);

    /// <summary>A member of the Arguments that must be literal text.</summary>
    /// <exception cref="SynthesisException">It is absent, or an expression, of which nobody knows the value now.</exception>
    public string Literal(string member) =>
        Arguments[member] is JsonValue value && value.TryGetValue<string>(out var text) && !text.StartsWith("{%", StringComparison.Ordinal)
            ? text
            : throw new SynthesisException($"{this} must name its {member} literally, so that its permission can be as narrow.");

    /// <summary>A member of the Arguments that is an address: literal, or a literal beginning and one expression behind it, which becomes <c>*</c>.</summary>
    /// <exception cref="SynthesisException">It is neither.</exception>
    public string AddressOf(string member) => IsExpression(member) && Beginning().Match(Arguments[member]!.GetValue<string>()) is { Success: true } address
        ? $"{address.Groups[1].Value}*"
        : Literal(member);

    [GeneratedRegex("^\\{% '(https://[^']+/)' & [^&]+ %\\}$")]
    private static partial Regex Beginning();

    /// <summary>Whether a member of the Arguments is an expression, of which nobody knows the value now.</summary>
    public bool IsExpression(string member) => Arguments[member] is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith("{%", StringComparison.Ordinal);

    public override string ToString() => $"State \"{State}\" of {Workflow}.asl.json";

    private static IEnumerable<WorkflowTask> In(string workflow, JsonNode machine)
    {
        foreach (var (name, state) in machine["States"]!.AsObject())
        {
            if (state!["Resource"]?.GetValue<string>() is { } resource)
            {
                var plain = resource.EndsWith(WaitForTaskToken, StringComparison.Ordinal) ? resource[..^WaitForTaskToken.Length] : resource;
                yield return new WorkflowTask(workflow, name, plain, state["Arguments"] as JsonObject ?? []);
            }

            IEnumerable<JsonNode?> inner = state["Branches"] as JsonArray ?? [];
            foreach (var task in inner.Append(state["ItemProcessor"]).OfType<JsonNode>().SelectMany(scope => In(workflow, scope)))
            {
                yield return task;
            }
        }
    }
}
