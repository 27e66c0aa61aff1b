using System.Collections.Concurrent;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>What the template's policies grant to each of its roles.</summary>
internal sealed class RolePolicies
{
    private readonly Dictionary<string, List<PolicyStatement>> byRoleName = [];
    private readonly Dictionary<string, string> logicalIds = [];
    private readonly ConcurrentDictionary<Grant, bool> used = new();
    private readonly string account;

    public RolePolicies(Stack stack)
    {
        account = stack.Identity.Account;
        var managed = stack.OfType("AWS::IAM::ManagedPolicy").ToDictionary(policy => policy.Arn, policy => PolicyStatement.Read(policy.LogicalId, policy.Properties["PolicyDocument"]).ToList());
        foreach (var role in stack.OfType("AWS::IAM::Role"))
        {
            logicalIds[role.PhysicalName] = role.LogicalId;
            byRoleName[role.PhysicalName] =
            [
                .. role.Properties.List("Policies").SelectMany(policy => PolicyStatement.Read($"{role.LogicalId}/{policy.Text("PolicyName")}", policy["PolicyDocument"])),
                .. role.Properties.Strings("ManagedPolicyArns").SelectMany(arn => managed.GetValueOrDefault(arn) ?? []),
            ];
        }

        foreach (var policy in stack.OfType("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"))
            foreach (var role in policy.Properties.Strings("Roles"))
                if (byRoleName.TryGetValue(role, out var statements))
                    statements.AddRange(PolicyStatement.Read(policy.LogicalId, policy.Properties["PolicyDocument"]));
    }

    /// <summary>Everything that the policies allow.</summary>
    public IEnumerable<Grant> All => byRoleName.SelectMany(role => role.Value.SelectMany(statement => statement.Pairs).Select(pair => new Grant(logicalIds[role.Key], pair.Action, pair.Resource)));

    /// <summary>What of it was asked for so far.</summary>
    public IEnumerable<Grant> Used => used.Keys;

    /// <exception cref="AccessDenial">No statement allows it, or one denies it.</exception>
    public void Check(string roleArn, string session, Permission permission)
    {
        var role = roleArn[(roleArn.LastIndexOf('/') + 1)..];
        var statements = byRoleName.GetValueOrDefault(role) ?? [];
        var denied = statements.Any(statement => !statement.Allows && statement.Covers(permission));
        var allowing = denied ? [] : statements.Where(statement => statement.Allows && statement.Covers(permission)).ToList();
        if (allowing.Count > 0)
        {
            foreach (var (action, resource) in allowing.SelectMany(statement => statement.PairsFor(permission)))
                used[new Grant(logicalIds[role], action, resource)] = true;
            return;
        }

        var reason = denied
            ? "with an explicit deny in an identity-based policy"
            : $"because no identity-based policy allows the {permission.Action} action";
        throw new AccessDenial(role, permission,
            $"User: arn:aws:sts::{account}:assumed-role/{role}/{session} is not authorized to perform: {permission.Action} on resource: {permission.Resource ?? "*"} {reason}");
    }
}

/// <summary>A role may not do what it asks for.</summary>
internal sealed class AccessDenial(string role, Permission permission, string message) : Exception(message)
{
    public string Role { get; } = role;

    public Permission Permission { get; } = permission;
}
