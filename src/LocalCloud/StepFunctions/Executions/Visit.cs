using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;
using IncidentServerless.LocalCloud.StepFunctions.States;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>One stay in a state, from its entered event to its exited event.</summary>
internal sealed class Visit
{
    private readonly long before;

    private Visit(Strand strand, State state, JsonElement input)
    {
        Strand = strand;
        State = state;
        Input = input;
        before = strand.LastEvent;
        EnteredAt = strand.World.Clock.UtcNow;
        Entered = strand.Append($"{state.Type}StateEntered", new JsonObject
        {
            ["name"] = state.Name,
            ["input"] = Json.Text(input),
            ["inputDetails"] = EventDetails.NotTruncated(),
        });
        strand.Execution.CountTransition();
    }

    public Strand Strand { get; }

    public State State { get; }

    public JsonElement Input { get; }

    /// <summary>The id of the entered event.</summary>
    public long Entered { get; }

    public DateTimeOffset EnteredAt { get; }

    /// <summary>How often the state was tried again.</summary>
    public int Retries { get; set; }

    /// <summary>The token of the current attempt of a <c>.waitForTaskToken</c> task.</summary>
    public string? Token { get; set; }

    /// <summary>The event that the exited event points back to, when it is not the last one: a Map and a Parallel exit beside their success.</summary>
    public long? ExitAfter { get; set; }

    public static Visit Enter(Strand strand, State state, JsonElement input) => new(strand, state, input);

    /// <param name="item">The item of a Map's own iteration, for its ItemSelector.</param>
    public Bindings Bindings(JsonElement? result = null, JsonElement? errorOutput = null, MapItem? item = null) =>
        new(Input, new Lazy<JsonElement>(() => ContextObject.Of(this, item ?? Strand.Item)), Strand.Variables, Strand.World.Clock.UtcNow)
        {
            Result = result,
            ErrorOutput = errorOutput,
        };

    /// <exception cref="QueryEvaluationError">After the event that tells of it.</exception>
    public async ValueTask<JsonElement> EvaluateAsync(PayloadTemplate template, string field, Bindings bindings)
    {
        try
        {
            return await Strand.World.Jsonata.EvaluateAsync(template, field, bindings);
        }
        catch (EvaluationException failure)
        {
            throw Refuse(failure.Message, failure.Location);
        }
    }

    /// <summary>Evaluates and holds the result against what the field needs.</summary>
    /// <param name="expected">The kind that the message names, for example <c>number</c>.</param>
    public async ValueTask<JsonElement> EvaluateAsync(PayloadTemplate template, string field, string expected, Func<JsonElement, bool> fits)
    {
        var value = await EvaluateAsync(template, field, Bindings());
        if (fits(value))
        {
            return value;
        }

        var subject = template.Slots is [var slot, ..] ? $"The JSONata expression '{slot.Expression.Text}' specified for the field '{field}'" : $"The field '{field}'";
        throw Refuse($"{subject} returned an unexpected result type. Expected '{expected}', but was '{Json.KindName(value)}' for value: {Json.Text(value)}", field);
    }

    /// <summary>Evaluates an optional field that must give a whole number of at least <paramref name="least"/>.</summary>
    public async ValueTask<long?> IntegerAsync(PayloadTemplate? template, string field, long least = 0)
    {
        if (template is null)
        {
            return null;
        }

        var value = await EvaluateAsync(template, field, "number", value => value.ValueKind == JsonValueKind.Number);
        if (!value.TryGetInt64(out var number))
        {
            throw Refuse($"The field '{field}' must be an integer but was: {Json.Text(value)}", field);
        }

        return number >= least ? number : throw Refuse($"The field '{field}' must be at least {least} but was: {number}", field);
    }

    /// <summary>Notes the failed evaluation in the history and makes the error of it.</summary>
    public QueryEvaluationError Refuse(string message, string? location)
    {
        var cause = $"An error occurred while executing the state '{State.Name}' (entered at the event id #{Entered}). {message}";
        var details = new JsonObject { ["error"] = "States.QueryEvaluationError", ["cause"] = cause };
        if (location is not null)
        {
            details["location"] = location;
        }

        details["state"] = State.Name;
        // The service points back to the event before the state was entered, but in a Wait to the entered event.
        return new QueryEvaluationError(cause) { EventId = Strand.Append("EvaluationFailed", State is WaitState ? Entered : before, details) };
    }

    /// <summary>Makes the exit: Output, else <paramref name="value"/>, and the assigned variables.</summary>
    /// <param name="place">Prefix of the fields in messages, for example <c>Choices[1]/</c>.</param>
    public async ValueTask<StateExit> LeaveAsync(string? next, PayloadTemplate? output, PayloadTemplate? assign, JsonElement value, Bindings bindings, string place = "")
    {
        var assigned = assign is null ? (JsonElement?)null : await EvaluateAsync(assign, $"{place}Assign", bindings);
        var result = output is null ? value : await EvaluateAsync(output, $"{place}Output", bindings);
        if (Json.Size(result) > DataLimitExceededError.LargestResult)
        {
            throw new DataLimitExceededError(State.Name) { EventId = Strand.LastEvent };
        }

        return new StateExit(result, next, assigned);
    }
}
