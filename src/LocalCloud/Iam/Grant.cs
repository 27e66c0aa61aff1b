namespace IncidentServerless.LocalCloud.Iam;

/// <summary>One action on one resource that a policy allows to a role, each as the policy writes it, wildcards and all.</summary>
/// <param name="Role">The role's logical id.</param>
public sealed record Grant(string Role, string Action, string Resource);
