using System.Text;
using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns;

/// <summary>
/// A compiled EventBridge event pattern. Immutable and safe to share between threads: compile once, match many.
/// Source of the rules: the EventBridge user guide, "Event patterns" and "Comparison operators", and where it is silent
/// the documentation of event-ruler, the matcher that EventBridge runs.
/// </summary>
public sealed class EventPattern
{
    private readonly Alternative[] _alternatives;

    private EventPattern(Alternative[] alternatives) => _alternatives = alternatives;

    /// <summary>Compiles a pattern from its JSON text.</summary>
    /// <exception cref="EventPatternException">The text is not JSON, or EventBridge would refuse the pattern.</exception>
    public static EventPattern Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            // By way of bytes, since JsonDocument throws on a lone surrogate in a string where JSON's grammar has no fault.
            using var document = JsonDocument.Parse(JsonText.WithoutByteOrderMark(Encoding.UTF8.GetBytes(json)));
            return Parse(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw Refusal.NotJson(fault);
        }
    }

    /// <summary>Compiles a pattern that is already parsed as JSON. The element is not kept.</summary>
    /// <exception cref="EventPatternException">EventBridge would refuse the pattern.</exception>
    public static EventPattern Parse(JsonElement pattern) => new(PatternParser.Parse(pattern));

    /// <summary>
    /// Whether the event matches. An event that is not a JSON object matches nothing. Of a key that occurs twice in one
    /// object of the event, the last value counts.
    /// </summary>
    public bool Matches(JsonElement @event)
    {
        if (@event.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var alternative in _alternatives)
        {
            if (alternative.Matches(@event))
                return true;
        }

        return false;
    }

    /// <summary>Whether the event, given as JSON text, matches.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Matches(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Matches(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Whether the event, given as UTF-8 JSON text with or without a byte order mark, matches.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public bool Matches(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(JsonText.WithoutByteOrderMark(json.ToArray()));
        return Matches(document.RootElement);
    }
}
