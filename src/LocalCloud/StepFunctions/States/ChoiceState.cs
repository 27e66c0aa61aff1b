using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Goes where the first true Condition points, else to its Default. A rule's Output and Assign stand in for the state's own.</summary>
internal sealed class ChoiceState(StateHeader header, IReadOnlyList<ChoiceState.Rule> rules, string? fallback) : State(header)
{
    public static readonly string[] Fields = ["Choices", "Default", "Output", "Assign"];

    private static readonly string[] RuleFields = ["Condition", "Next", "Output", "Assign", "Comment"];

    public static ChoiceState Read(StateHeader header, DefinitionNode node)
    {
        node.Require("Choices");
        var choices = node.Items("Choices");
        if (node.Has("Choices") && choices.Count == 0)
        {
            node.Fault("Value cannot be empty", "Choices");
        }

        return new ChoiceState(header, [.. choices.Select(ReadRule)], node.Text("Default"));
    }

    public override async Task<StateExit> RunAsync(Visit visit)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            var place = $"Choices[{index}]/";
            var holds = await visit.EvaluateAsync(
                rule.Condition, $"{place}Condition", "boolean", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False);
            if (holds.GetBoolean())
            {
                return await visit.LeaveAsync(rule.Next, rule.Output, rule.Assign, visit.Input, visit.Bindings(), place);
            }
        }

        return fallback is null
            ? throw new NoChoiceMatchedError(Name, visit.Entered) { EventId = visit.Entered }
            : await visit.LeaveAsync(fallback, Output, Assign, visit.Input, visit.Bindings());
    }

    private static Rule ReadRule(DefinitionNode node)
    {
        StateReader.RefuseUnknown(node, RuleFields);
        node.Require("Condition", "Next");
        if (node.Find("Condition") is { } condition
            && condition.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            && (condition.Value.ValueKind != JsonValueKind.String || Expression.TryParse(condition.Value.GetString()!) is null))
        {
            condition.Fault("Expected value of type [Boolean, or a JSONata expression]");
        }

        return new Rule(node.Template("Condition") ?? PayloadTemplate.Parse(Json.Null), node.Text("Next") ?? "", node.Template("Output"), node.Template("Assign"));
    }

    internal sealed record Rule(PayloadTemplate Condition, string Next, PayloadTemplate? Output, PayloadTemplate? Assign);
}
