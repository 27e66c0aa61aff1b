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

    /// <param name="context">The request's keys. An <c>aws:ResourceTag</c> is not known of resources that are simulated, and is taken to fit.</param>
    public bool Holds(IReadOnlyDictionary<string, IReadOnlyList<string>> context)
    {
        var (quantifier, test, ifExists) = Parts(Operator);
        context.TryGetValue(Key, out var actual);
        if (test == "Null")
            return (actual is null) == (Values.Single() == "true");
        if (actual is null)
            return ifExists || quantifier == "ForAllValues" || test.Contains("Not", StringComparison.Ordinal) || Key.StartsWith("aws:ResourceTag/", StringComparison.Ordinal);
        return quantifier == "ForAllValues" ? actual.All(value => Fits(test, value)) : actual.Any(value => Fits(test, value));
    }

    private bool Fits(string test, string actual) => test switch
    {
        "StringEquals" => Values.Contains(actual),
        "StringNotEquals" => !Values.Contains(actual),
        "StringEqualsIgnoreCase" or "Bool" => Values.Contains(actual, StringComparer.OrdinalIgnoreCase),
        "StringNotLike" or "ArnNotEquals" or "ArnNotLike" => !Values.Any(value => Wildcard.Matches(value, actual)),
        _ => Values.Any(value => Wildcard.Matches(value, actual)),
    };

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
