using System.Text.Json;
using IncidentServerless.Cli;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Benchmarks.Patterns;

/// <summary>Rules that are compiled once and asked about many events.</summary>
internal sealed class RuleSet
{
    private readonly (string Id, EventPattern Pattern)[] rules;

    private RuleSet((string Id, EventPattern Pattern)[] rules) => this.rules = rules;

    public int Count => rules.Length;

    /// <param name="json">A list of objects with <c>id</c>, and <c>pattern</c> as JSON or as its text.</param>
    /// <exception cref="RefusedException">It is no such list, or a pattern is refused; the message names the rule.</exception>
    public static RuleSet Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            // By id, so that what matches comes out sorted.
            return new RuleSet([.. document.RootElement.EnumerateArray().Select(Compiled).OrderBy(rule => rule.Id, StringComparer.Ordinal)]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new RefusedException($"The rules are no list of objects with id and pattern: {fault.Message}");
        }
    }

    /// <summary>The ids of the rules that match, sorted by their code units.</summary>
    /// <param name="matches">Emptied, and filled with them.</param>
    public void Match(JsonElement @event, List<string> matches)
    {
        matches.Clear();
        foreach (var (id, pattern) in rules)
        {
            if (pattern.Matches(@event))
            {
                matches.Add(id);
            }
        }
    }

    private static (string Id, EventPattern Pattern) Compiled(JsonElement rule)
    {
        var id = rule.GetProperty("id").ToString();
        var pattern = rule.GetProperty("pattern");
        try
        {
            return (id, pattern.ValueKind == JsonValueKind.String ? EventPattern.Parse(pattern.GetString()!) : EventPattern.Parse(pattern));
        }
        catch (EventPatternException refused)
        {
            throw new RefusedException($"The pattern of rule {id} is refused: {refused.Message}");
        }
    }
}
