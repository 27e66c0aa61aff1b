using System.Collections.Immutable;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>What a finding of GuardDuty is about, as the incident's resources name it; a member that none of them names is null.</summary>
/// <param name="FindingId">GuardDuty's.</param>
/// <param name="FindingType">For example <c>UnauthorizedAccess:IAMUser/MaliciousIPCaller</c>.</param>
/// <param name="AccessKey">Id of an access key: <c>AKIA…</c> of a user, <c>ASIA…</c> of a session.</param>
/// <param name="User">Name of the user, or of the role whose session it is.</param>
/// <param name="UserType"><c>IAMUser</c>, <c>AssumedRole</c>, <c>Root</c>, …</param>
/// <param name="Instance">Id of an EC2 instance.</param>
/// <param name="Bucket">Name of an S3 bucket.</param>
public sealed record SecurityPlaces(string? FindingId, string? FindingType, string? AccessKey, string? User, string? UserType, string? Instance, string? Bucket)
{
    /// <summary><c>TARGET</c>, <c>ACTOR</c> or <c>SOURCE</c>: whether the resource suffers it or does it.</summary>
    public string? Role { get; init; }

    /// <summary>Before a finding's id and its type among an incident's resources.</summary>
    public const string FindingPrefix = "finding=";
    public const string TypePrefix = "findingType=";

    /// <summary>Before the part that its resource has in it.</summary>
    public const string RolePrefix = "resourceRole=";

    private const string BucketArn = ":s3:::";

    public static SecurityPlaces Of(ImmutableArray<string> resources) => new(
        Named(resources, FindingPrefix),
        Named(resources, TypePrefix),
        Named(resources, "accessKey=") ?? resources.FirstOrDefault(IsAccessKey),
        Named(resources, "user="),
        Named(resources, "userType="),
        Named(resources, "instance="),
        Named(resources, "bucket=") ?? resources.Where(name => name.Contains(BucketArn, StringComparison.Ordinal)).Select(name => name[(name.IndexOf(BucketArn, StringComparison.Ordinal) + BucketArn.Length)..].Split('/')[0]).FirstOrDefault())
    {
        Role = Named(resources, RolePrefix),
    };

    private static string? Named(ImmutableArray<string> resources, string prefix) =>
        resources.Where(name => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]).FirstOrDefault();

    // As the findings about sequences of attacks name them.
    private static bool IsAccessKey(string name) => name.Length == 20 && (name.StartsWith("AKIA", StringComparison.Ordinal) || name.StartsWith("ASIA", StringComparison.Ordinal));
}
