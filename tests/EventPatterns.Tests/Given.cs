namespace IncidentServerless.EventPatterns.Tests;

/// <summary>Samples as short as they can be: a pattern for one field named <c>x</c>, and an event that has it.</summary>
internal static class Given
{
    internal static bool Matches(string pattern, string @event) => EventPattern.Parse(pattern).Matches(@event);

    /// <summary>Whether <c>{"x": [test]}</c> matches <c>{"x": value}</c>.</summary>
    internal static bool Accepts(string test, string value) => Matches($$"""{"x": [{{test}}]}""", $$"""{"x": {{value}}}""");

    internal static bool AcceptsMissing(string test) => Matches($$"""{"x": [{{test}}]}""", """{"y": 1}""");

    internal static string Refusal(string pattern) =>
        Assert.Throws<EventPatternException>(() => EventPattern.Parse(pattern)).Message;
}
