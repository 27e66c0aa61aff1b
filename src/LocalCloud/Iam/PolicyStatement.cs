using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>One statement of an identity-based policy.</summary>
internal sealed record PolicyStatement(
    bool Allows,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> NotActions,
    IReadOnlyList<string> Resources,
    IReadOnlyList<string> NotResources,
    IReadOnlyList<PolicyCondition> Conditions)
{
    public static IEnumerable<PolicyStatement> Read(string policy, JsonNode? document)
    {
        var statements = document?["Statement"] switch
        {
            JsonArray many => many.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => [],
        };
        return statements.Select(statement => new PolicyStatement(
            statement.Text("Effect") == "Allow",
            statement.Strings("Action"),
            statement.Strings("NotAction"),
            statement.Strings("Resource"),
            statement.Strings("NotResource"),
            PolicyCondition.Read(policy, statement.Object("Condition"))));
    }

    public bool Covers(Permission permission) =>
        CoversAction(permission.Action) && CoversResource(permission.Resource) && Conditions.All(condition => condition.Holds(permission));

    /// <summary>The pairs of action and resource that a statement which allows consists of; none for one that excludes (<c>NotAction</c>, <c>NotResource</c>).</summary>
    public IEnumerable<(string Action, string Resource)> Pairs => Allows ? Actions.SelectMany(_ => Resources, (action, resource) => (action, resource)) : [];

    /// <summary>Those of them that such a permission falls under.</summary>
    public IEnumerable<(string Action, string Resource)> PairsFor(Permission permission) => Pairs.Where(pair =>
        Wildcard.Matches(pair.Action, permission.Action, ignoreCase: true) && (permission.Resource is null || Wildcard.Matches(pair.Resource, permission.Resource)));

    private bool CoversAction(string action) => NotActions.Count > 0
        ? !NotActions.Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true))
        : Actions.Any(pattern => Wildcard.Matches(pattern, action, ignoreCase: true));

    // A resource that cannot be told is granted by any grant of the action, and denied only where all are.
    private bool CoversResource(string? resource) =>
        resource is null ? Allows || Resources.Contains("*")
        : NotResources.Count > 0 ? !NotResources.Any(pattern => Wildcard.Matches(pattern, resource))
        : Resources.Any(pattern => Wildcard.Matches(pattern, resource));
}
