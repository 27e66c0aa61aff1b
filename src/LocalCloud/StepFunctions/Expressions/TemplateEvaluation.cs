using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Errors;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>Fills templates, with the service's words for what goes wrong.</summary>
internal static class PayloadTemplateEvaluation
{
    /// <exception cref="EvaluationException">An expression gives no JSON value.</exception>
    public static async ValueTask<JsonElement> EvaluateAsync(this JsonataEngine jsonata, PayloadTemplate template, string field, Bindings bindings)
    {
        if (template.Literal is { } literal)
        {
            return literal;
        }

        var results = new JsonElement?[template.Slots.Count];
        var open = new List<int>();
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = template.Slots[index].Expression.TryFollow(bindings);
            if (results[index] is null)
            {
                open.Add(index);
            }
        }

        if (open.Count > 0)
        {
            var answers = await jsonata.EvaluateAsync([.. open.Select(index => template.Slots[index].Expression)], bindings);
            for (var index = 0; index < answers.Count; index++)
            {
                results[open[index]] = ValueOf(answers[index], field, template.Slots[open[index]]);
            }
        }

        return template.Fill([.. results.Select(result => result!.Value)]);
    }

    private static JsonElement ValueOf(JsonataAnswer answer, string field, PayloadTemplate.Slot slot)
    {
        var place = field + slot.Path;
        var subject = $"The JSONata expression '{slot.Expression.Text}' specified for the field '{place}'";
        return answer switch
        {
            JsonataAnswer.Value value => value.Json,
            JsonataAnswer.Nothing => throw new EvaluationException($"{subject} returned nothing (undefined).", place),
            JsonataAnswer.Threw threw => throw new EvaluationException($"{subject} threw an error during evaluation{(threw.Code is null ? "" : $". {threw.Code}")}: {threw.Message}", place),
            _ => throw new EvaluationException($"{subject} returned an unsupported result type.", place),
        };
    }
}
