using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Parsing;

/// <summary>
/// Compiles a pattern into the alternatives that its <c>$or</c>s spell out: each a set of fields that must all hold.
/// A path that is named twice keeps its last values.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>EventBridge quota: the combinations that the <c>$or</c>s of one pattern may spell out.</summary>
    internal const int MostAlternatives = 1000;

    private readonly bool _orIsAField;
    private bool _sawOr;

    private PatternParser(bool orIsAField) => _orIsAField = orIsAField;

    internal static Alternative[] Parse(JsonElement pattern)
    {
        var parser = new PatternParser(orIsAField: false);
        try
        {
            return parser.ParseRoot(pattern);
        }
        catch (EventPatternException) when (parser._sawOr && ReadsWithOrAsAField(pattern, out var alternatives))
        {
            return alternatives;
        }
    }

    /// <summary>
    /// Patterns older than the operator use <c>$or</c> as a field's name; EventBridge still takes them so, if the pattern
    /// cannot be read in the newer way.
    /// </summary>
    private static bool ReadsWithOrAsAField(JsonElement pattern, out Alternative[] alternatives)
    {
        try
        {
            alternatives = new PatternParser(orIsAField: true).ParseRoot(pattern);
            return true;
        }
        catch (EventPatternException)
        {
            alternatives = [];
            return false;
        }
    }

    private Alternative[] ParseRoot(JsonElement pattern)
    {
        var alternatives = ParseObject(pattern, PatternPath.Root, null, [new Dictionary<string, Field>()], insideOr: false);
        return [.. alternatives.Select(fields => new Alternative(fields.Values))];
    }

    private List<Dictionary<string, Field>> ParseObject(
        JsonElement pattern, PatternPath path, string? fieldPath, List<Dictionary<string, Field>> alternatives, bool insideOr)
    {
        if (pattern.ValueKind != JsonValueKind.Object || !pattern.EnumerateObject().Any())
            throw pattern.Expecting("an object with at least one key", path);
        foreach (var property in pattern.EnumerateObject())
        {
            var key = JsonText.Name(property);
            var at = path.Key(key);
            var isOr = key == OrOperator.Name;
            _sawOr |= isOr;
            if (isOr && !_orIsAField)
            {
                alternatives = ParseOr(property.Value, at, fieldPath, alternatives);
                continue;
            }

            if (insideOr)
                OrOperator.RefuseReservedName(key, at);
            var name = fieldPath is null ? key : $"{fieldPath}.{key}";
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    alternatives = ParseObject(property.Value, at, name, alternatives, insideOr);
                    break;
                case JsonValueKind.Array:
                    var field = new Field(name, ValueTests.Parse(new Argument(property.Value, at)));
                    foreach (var alternative in alternatives)
                        alternative[name] = field;
                    break;
                default:
                    throw property.Value.Expecting("an array of values to match, or an object of further keys", at);
            }
        }

        return alternatives;
    }

    private List<Dictionary<string, Field>> ParseOr(
        JsonElement choices, PatternPath path, string? fieldPath, List<Dictionary<string, Field>> alternatives)
    {
        OrOperator.RefuseUnlessChoices(choices, path);
        var spelledOut = new List<Dictionary<string, Field>>();
        var index = 0;
        foreach (var choice in choices.EnumerateArray())
        {
            var copies = alternatives.Select(alternative => new Dictionary<string, Field>(alternative)).ToList();
            spelledOut.AddRange(ParseObject(choice, path.Index(index++), fieldPath, copies, insideOr: true));
            if (spelledOut.Count > MostAlternatives)
                throw Refusal.Of($"more than {MostAlternatives} combinations of $or", $"at most {MostAlternatives}", path);
        }

        return spelledOut;
    }
}
