using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.Authentication;

/// <summary>A change of rights or of sign-in settings.</summary>
/// <param name="Call">As CloudTrail names it.</param>
/// <param name="Target">Whose rights, or which settings; empty when unknown.</param>
/// <param name="PolicyArn">The ARN of the IAM policy that was attached or detached; empty when unknown.</param>
internal sealed record RightsChange(string Call, string By, string Target, string PolicyArn, DateTimeOffset At)
{
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    // What changes who may do what, or how one signs in; most other calls that write change neither.
    private static readonly string[] Calls =
    [
        "UpdateUserPool", "UpdateUserPoolClient", "DeleteUserPoolClient", "DeleteUserPool", "SetUserPoolMfaConfig", "UpdateIdentityProvider", "DeleteIdentityProvider",
        "PutRolePolicy", "DeleteRolePolicy", "AttachRolePolicy", "DetachRolePolicy", "UpdateAssumeRolePolicy", "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion",
        "PutUserPolicy", "DeleteUserPolicy", "AttachUserPolicy", "DetachUserPolicy", "PutGroupPolicy", "DeleteGroupPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
        "PutRolePermissionsBoundary", "DeleteRole", "DeletePolicy", "UpdateAuthorizer", "DeleteAuthorizer", "UpdateRoute", "UpdateGroup", "DeleteGroup", "AdminRemoveUserFromGroup",
    ];

    // As Cognito names user pools.
    private static readonly Regex PoolIn = new(@"(?:^|/)([a-z]{2}(?:-[a-z]+)+-[0-9]_[0-9A-Za-z]+)\z", RegexOptions.CultureInvariant);

    /// <summary>Those before the trouble began, the nearest first.</summary>
    /// <param name="pool">The user pool that policy names: changes of another one are not it.</param>
    public static IReadOnlyList<RightsChange> In(Gathered<TrailEvent>? events, RunbookContext context, string? pool) =>
    [
        .. from told in events.Told()
           where told.Name is not null && Calls.Contains(told.Name) && told.ReadOnly != "true"
           let at = EventTime.First(told.At)
           where at is not null && at <= context.OccurredAt && context.OccurredAt - at <= Before
           where !IsOfAnotherPool(told, pool)
           let names = (told.Resources ?? []).Where(name => name is { Length: > 0 }).ToLookup(IsPolicy)
           let change = new RightsChange(told.Name!, PlainName.Of(told.By), PlainName.Of(names[false].Concat(names[true]).FirstOrDefault()), names[true].FirstOrDefault() ?? "", at.Value)
           group change by change into same
           orderby same.Key.At descending, same.Key.Call, same.Key.Target, same.Key.By
           select same.Key,
    ];

    /// <summary><c>DetachRolePolicy of orders-api by deploy at 08:41 UTC, 19 min before it began</c>.</summary>
    public string Say(RunbookContext context) =>
        $"{Call}{(Target.Length > 0 ? $" of {Target}" : "")}{(By.Length > 0 ? $" by {By}" : "")} at {Times.Clock(At, context.Times.Now)}, {Policy.Durations.InWords(TimeSpan.FromMinutes(Math.Floor((context.OccurredAt - At).TotalMinutes)))} before it began";

    /// <summary>The command that takes the change back where its arguments are known, else one that shows what was changed.</summary>
    public string Command => Call switch
    {
        "DetachRolePolicy" or "AttachRolePolicy" when IsWhole => TakeBack("role"),
        "DetachUserPolicy" or "AttachUserPolicy" when IsWhole => TakeBack("user"),
        "DetachGroupPolicy" or "AttachGroupPolicy" when IsWhole => TakeBack("group"),
        "UpdateUserPoolClient" or "DeleteUserPoolClient" => "aws cognito-idp describe-user-pool-client",
        _ when Call.Contains("UserPool", StringComparison.Ordinal) || Call.Contains("IdentityProvider", StringComparison.Ordinal) => "aws cognito-idp describe-user-pool",
        "CreatePolicyVersion" or "SetDefaultPolicyVersion" or "DeletePolicyVersion" or "DeletePolicy" => "aws iam list-policy-versions, then aws iam set-default-policy-version to go back",
        "DetachRolePolicy" => "aws iam attach-role-policy to put it back",
        "AttachRolePolicy" => "aws iam detach-role-policy to take it away",
        "UpdateAssumeRolePolicy" => "aws iam get-role, then aws iam update-assume-role-policy to go back",
        _ when Call.Contains("Authorizer", StringComparison.Ordinal) || Call.Contains("Route", StringComparison.Ordinal) => "aws apigatewayv2 get-authorizers",
        _ => "aws iam get-role-policy or get-user-policy, and CloudTrail's event for what it was before",
    };

    private bool IsWhole => PolicyArn.Length > 0 && Target is { Length: > 0 and <= 64 } && Target.All(IsPlain);

    private string TakeBack(string whose) => $"aws iam {(Call[0] == 'D' ? "attach" : "detach")}-{whose}-policy --{whose}-name {Target} --policy-arn {PolicyArn}";

    private static bool IsOfAnotherPool(TrailEvent told, string? pool)
    {
        string[] pools = [.. (told.Resources ?? []).Select(name => PoolIn.Match(name ?? "")).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        return pool is not null && pools.Length > 0 && !pools.Contains(pool);
    }

    private static bool IsPolicy(string? name) => name is { Length: <= 200 } && name.StartsWith("arn:aws", StringComparison.Ordinal) && name.Contains(":policy/", StringComparison.Ordinal)
        && name.All(each => IsPlain(each) || each is ':' or '/');

    // As IAM allows names: it becomes part of a command.
    private static bool IsPlain(char each) => char.IsAsciiLetterOrDigit(each) || each is '+' or '=' or ',' or '.' or '@' or '-' or '_';
}
