using System.Collections.Immutable;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.SecurityFinding;

/// <summary>What contains a finding. All of it is of high risk: whoever uses the key, the instance or the bucket rightly is stopped too.</summary>
internal static class SecurityPlan
{
    /// <summary>What a workflow gives as the reason where the finding is about no such resource.</summary>
    public const string NotAbout = "the finding is about none";

    private const int Blocks = 4;

    public static ProposedAction BlockPublicAccess(string bucket, RunbookContext context) => new(
        new BlockPublicAccess { TargetArn = $"arn:{context.Partition}:s3:::{bucket}", TargetName = bucket, Owner = context.Account },
        ActionRisk.High,
        "anybody may read it; if it is meant to be public, its readers lose it");

    /// <summary>The key, and what was opened with it. Nothing of root, and of nobody whose name is not known.</summary>
    public static ImmutableArray<ProposedAction> Credentials(SecurityPlaces places, bool inactive, RunbookContext context)
    {
        if (places.User is not { } user || !IsPrincipalName(user) || places.UserType is "Root" || !IsOurs(places) || IsManagedRole(user))
        {
            return [];
        }

        var isRole = places.UserType is "AssumedRole" or "Role";
        var arn = $"arn:{context.Partition}:iam::{context.Account}:{(isRole ? "role" : "user")}/{user}";
        return
        [
            .. !isRole && !inactive && places.AccessKey is { } key && IsAccessKeyId(key)
                ? [new ProposedAction(new DeactivateKey { TargetArn = arn, TargetName = user, AccessKeyId = key }, ActionRisk.High, "somebody else has it; whatever rightly uses it stops too")]
                : ImmutableArray<ProposedAction>.Empty,
            new ProposedAction(
                new DenySessions { TargetArn = arn, TargetName = user, Principal = isRole ? "role" : "user" },
                ActionRisk.High,
                isRole ? "its sessions are in other hands; rightful ones have to be opened anew" : "sessions that were opened with the key stay alive without this"),
        ];
    }

    public static ImmutableArray<ProposedAction> Isolate(string instance, RunbookContext context, SecurityPolicy policy) => policy.Isolation is { } isolation
        ?
        [
            new ProposedAction(
                new IsolateInstance
                {
                    TargetArn = $"arn:{context.Partition}:ec2:{context.Region}:{context.Account}:instance/{instance}",
                    TargetName = instance,
                    IncidentId = context.IncidentId,
                    SecurityGroup = isolation.SecurityGroup,
                    TagKey = isolation.TagKey,
                    TagValue = isolation.TagValue,
                },
                ActionRisk.High,
                "it is in other hands; its legitimate work stops too"),
        ]
        : [];

    /// <summary>A principal of this account. One of another account, or a service, may have the name of one of ours.</summary>
    public static bool IsOurs(SecurityPlaces places) => places.UserType is null or "IAMUser" or "AssumedRole" or "Role" or "Root";

    /// <summary>A role that only IAM Identity Center, or the service that it is for, may change.</summary>
    public static bool IsManagedRole(string name) => name.StartsWith("AWSReservedSSO_", StringComparison.Ordinal) || name.StartsWith("AWSServiceRoleFor", StringComparison.Ordinal);

    public static bool AllOn(BucketBlocks blocks) => blocks.On is { } on && on.Distinct().Count() == Blocks;

    // Names from outside become part of ARNs and calls; any other than these could name something else than it seems to.
    public static bool IsBucketName(string name) => name.Length is >= 3 and <= 63 && name.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each is '.' or '-');

    public static bool IsInstanceId(string id) => id.Length <= 30 && id.StartsWith("i-", StringComparison.Ordinal) && id[2..].All(char.IsAsciiHexDigitLower);

    private static bool IsPrincipalName(string name) => name.Length <= 64 && name.All(each => char.IsAsciiLetterOrDigit(each) || each is '_' or '+' or '=' or ',' or '.' or '@' or '-');

    private static bool IsAccessKeyId(string id) => id.Length is >= 16 and <= 128 && id.StartsWith("AKIA", StringComparison.Ordinal) && id.All(char.IsAsciiLetterOrDigit);
}
