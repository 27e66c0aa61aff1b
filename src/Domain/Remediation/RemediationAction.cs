using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Remediation;

/// <summary>
/// Something that a runbook can do to the account. A closed union: each kind has a folder of states in its runbook's workflow (look,
/// apply, measure, undo) and a class of rules in <c>Actions</c>. Applying sets an absolute value, so that doing it again changes nothing.
/// </summary>
[JsonConverter(typeof(ActionConverter))]
public abstract record RemediationAction
{
    /// <summary>What is changed, as a full ARN.</summary>
    public required string TargetArn { get; init; }

    /// <summary>What policy lists to allow it: the function's, cluster's, workgroup's or table's name.</summary>
    public required string TargetName { get; init; }

    /// <summary>Names the target for the hourly limit: the ARN, and what within it is changed.</summary>
    public virtual string LimitKey => TargetArn;

    /// <summary>One of <see cref="ActionKinds"/>.</summary>
    public abstract string Name { get; }

    /// <summary>How many things a person would say are affected.</summary>
    public virtual int BlastRadius => 1;

    /// <summary>Whether what was there before can be put back.</summary>
    public abstract bool CanBeUndone { get; }
}

/// <summary>The kinds of actions, by the names that workflows, policy and people use.</summary>
public static class ActionKinds
{
    public const string ThrottleFunction = "throttle-function";
    public const string CancelQuery = "cancel-query";
    public const string TightenQuota = "tighten-quota";
    public const string RedriveIngestion = "redrive-ingestion";
    public const string LowerRequestRate = "lower-request-rate";
    public const string OpenSupportCase = "open-support-case";
    public const string SignOutUsers = "sign-out-users";
    public const string BlockAddresses = "block-addresses";
    public const string ResubmitUsage = "resubmit-usage";
    public const string QuarantineObjects = "quarantine-objects";
    public const string ReprocessEntity = "reprocess-entity";
    public const string DeactivateKey = "deactivate-key";
    public const string DenySessions = "deny-sessions";
    public const string IsolateInstance = "isolate-instance";
    public const string BlockPublicAccess = "block-public-access";
}

/// <summary>What an action may do besides what it is for.</summary>
[JsonConverter(typeof(NameConverter<ActionRisk>))]
public enum ActionRisk
{
    /// <summary>Usual work goes on, and it can be undone or done again.</summary>
    Low,

    /// <summary>Customers may feel it, or something is lost. A person must approve it.</summary>
    High,
}
