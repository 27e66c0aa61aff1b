namespace IncidentServerless.Domain.Policy;

/// <summary>What the runbook for security findings is to know of the account.</summary>
/// <param name="Isolation">How an instance is cut off; null when it is left to people.</param>
public sealed record SecurityPolicy(IsolationPolicy? Isolation)
{
    public static SecurityPolicy Default { get; } = new((IsolationPolicy?)null);
}

/// <param name="SecurityGroup">Id of a security group without rules, in the instances' VPC.</param>
/// <param name="TagKey">Only instances, and Auto Scaling groups, with this tag may be touched: roles say so too.</param>
/// <param name="TagValue">The tag's value.</param>
public sealed record IsolationPolicy(string SecurityGroup, string TagKey, string TagValue);
