using System.Text.Json;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>What became of one expression.</summary>
internal abstract record JsonataAnswer
{
    /// <summary>A JSON value.</summary>
    internal sealed record Value(JsonElement Json) : JsonataAnswer;

    /// <summary>JSONata's undefined.</summary>
    internal sealed record Nothing : JsonataAnswer;

    /// <summary>Something that JSON has no word for: a function.</summary>
    internal sealed record Unsupported : JsonataAnswer;

    /// <param name="Code">JSONata's code, for example <c>T1006</c>; null for what has none.</param>
    /// <param name="Message">For example <c>Attempted to invoke a non-function</c>.</param>
    internal sealed record Threw(string? Code, string Message) : JsonataAnswer;
}
