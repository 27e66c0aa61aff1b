namespace IncidentServerless.Cdk.Permissions;

/// <summary>One statement of a workflow's role.</summary>
/// <param name="Resources">ARNs; they may be CDK tokens.</param>
/// <param name="Conditions">Operator → key → value; empty when there are none.</param>
public sealed record Permission(string Action, IReadOnlyList<string> Resources, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Conditions)
{
    public Permission(string action, IReadOnlyList<string> resources)
        : this(action, resources, new Dictionary<string, IReadOnlyDictionary<string, string>>())
    {
    }
}
