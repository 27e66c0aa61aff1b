using System.Text.Json;

namespace IncidentServerless.EventPatterns.Parsing;

/// <summary><c>"$or": [{…}, {…}]</c>: two or more objects of fields, one of which must hold.</summary>
internal static class OrOperator
{
    internal const string Name = "$or";

    private static readonly HashSet<string> Reserved =
    [
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr", "html",
        "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after",
        "date-before", "date-on-or-before", "in-date-range", "ip-address-in-range", "ip-address-not-in-range",
    ];

    internal static void RefuseUnlessChoices(JsonElement choices, PatternPath path)
    {
        const string expected = "an array of two or more objects";
        if (choices.ValueKind != JsonValueKind.Array)
            throw choices.Expecting(expected, path);
        if (choices.GetArrayLength() < 2)
            throw Refusal.Of(choices.GetArrayLength() == 0 ? "an empty array" : "an array of one item", expected, path);
    }

    internal static void RefuseReservedName(string key, PatternPath path)
    {
        if (Reserved.Contains(key))
            throw Refusal.Of($"the operator \"{key}\" where a field's name belongs", "the name of a field of the event", path);
    }
}
