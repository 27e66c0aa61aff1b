using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>One line of a statement's Condition: an operator, a key of the request, and the values of which one must fit.</summary>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private static readonly string[] Known =
        ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Bool", "Null"];

    /// <exception cref="TemplateException">An operator is not known here: a policy must not be weaker or stricter locally than in AWS.</exception>
    public static IReadOnlyList<PolicyCondition> Read(string policy, JsonObject conditions) =>
        [.. conditions.SelectMany(byOperator => ((JsonObject)byOperator.Value!).Select(byKey => Read(policy, byOperator.Key, byKey.Key, (JsonObject)byOperator.Value!)))];

    public bool Holds(Permission permission)
    {
        var (quantifier, test, ifExists) = Parts(Operator);
        permission.Context.TryGetValue(Key, out var actual);
        if (test == "Null")
            return (actual is null) == (Values.Single() == "true");
        if (actual is null)
            return ifExists || quantifier == "ForAllValues" || test.Contains("Not", StringComparison.Ordinal) || (!permission.KnowsTags && Key.StartsWith("aws:ResourceTag/", StringComparison.Ordinal));
        return quantifier == "ForAllValues" ? actual.All(value => Fits(test, value)) : actual.Any(value => Fits(test, value));
    }

    private bool Fits(string test, string actual) => test switch
    {
        "StringEquals" => Values.Contains(actual),
        "StringNotEquals" => !Values.Contains(actual),
        "StringEqualsIgnoreCase" or "Bool" => Values.Contains(actual, StringComparer.OrdinalIgnoreCase),
        "StringNotLike" => !Values.Any(value => Wildcard.Matches(value, actual)),
        "ArnNotEquals" or "ArnNotLike" => !Values.Any(value => ArnFits(value, actual)),
        "ArnEquals" or "ArnLike" => Values.Any(value => ArnFits(value, actual)),
        _ => Values.Any(value => Wildcard.Matches(value, actual)),
    };

    /// <summary>The six parts of an ARN are compared each with its own: a wildcard does not reach across a colon before the last.</summary>
    private static bool ArnFits(string pattern, string arn) => (pattern.Split(':', 6), arn.Split(':', 6)) is ({ Length: 6 } patterns, { Length: 6 } parts)
        ? patterns.Zip(parts).All(pair => Wildcard.Matches(pair.First, pair.Second))
        : pattern == "*";

    private static PolicyCondition Read(string policy, string name, string key, JsonObject byKey) => Known.Contains(Parts(name).Test)
        ? new(name, key, byKey.Strings(key))
        : throw new TemplateException($"The policy '{policy}' uses the condition operator {name}, which the local cloud does not check; it knows {string.Join(", ", Known)}.");

    private static (string? Quantifier, string Test, bool IfExists) Parts(string name)
    {
        var colon = name.IndexOf(':');
        var test = name[(colon + 1)..];
        var ifExists = test.EndsWith("IfExists", StringComparison.Ordinal);
        return (colon < 0 ? null : name[..colon], ifExists ? test[..^"IfExists".Length] : test, ifExists);
    }
}
