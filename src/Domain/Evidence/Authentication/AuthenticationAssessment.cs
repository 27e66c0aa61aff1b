using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Sources.Logs;

namespace IncidentServerless.Domain.Evidence.Authentication;

/// <summary>Why users cannot sign in or are denied, and what should be done (runbook 3.4).</summary>
public static class AuthenticationAssessment
{
    /// <summary>Fewer failures are no attack.</summary>
    private const int FewestOfAnAttack = 20;

    /// <summary>So many addresses at most, which make so much of all failures: from many addresses at once no attack is told from a fault of ours.</summary>
    private const int MostAttackers = 3;
    private const double LeastShare = 0.8;

    private const int MostChanges = 4;
    private static readonly TimeSpan Shortly = TimeSpan.FromHours(1);

    /// <summary>
    /// One finding of <see cref="AuthenticationFindings"/>. What is certain comes first: the pool's and the authorizers' state. The order
    /// of the evidence does not matter, and nothing that is missing, repeated or unreadable makes it fail.
    /// </summary>
    public static Diagnosis Assess(AuthenticationEvidence evidence, RunbookContext context, AuthenticationPolicy policy)
    {
        var (failures, denials) = (FailedSignIns.Of(evidence.Failures), FailedSignIns.Of(evidence.Denials));
        var changes = RightsChange.In(evidence.Changes, context, policy.UserPool);
        var found = UnhealthyPool(evidence, policy)
            ?? Mismatch(evidence, context, policy, failures, denials)
            ?? Expired(failures, denials, context, policy)
            ?? Attack(failures, context, policy)
            ?? Changed(changes, failures, denials, context)
            ?? Rest(evidence, failures, denials, policy);
        return Bounded.Of(found with
        {
            Support =
            [
                .. found.Support,
                .. found.Finding == AuthenticationFindings.RbacChange ? [] : changes.Take(2).Select(change => $"Also: {change.Say(context)}."),
                .. failures.Total > 0 && found.Finding is not (AuthenticationFindings.Attack or AuthenticationFindings.ScatteredFailures) ? [SayFailures(failures)] : (string[])[],
                .. denials.Total > 0 ? [$"The API denied {Times.Count(denials.Total, "request")} within the hour."] : (string[])[],
            ],
            NotSeen = NotSeen(evidence, context),
        });
    }

    private static Diagnosis? UnhealthyPool(AuthenticationEvidence evidence, AuthenticationPolicy policy)
    {
        var gone = evidence.Pool?.Unavailable?.Contains("ResourceNotFoundException", StringComparison.Ordinal) == true;
        var disabled = evidence.Pool.Told().FirstOrDefault(pool => pool.Status is { } status && status.Equals("Disabled", StringComparison.OrdinalIgnoreCase));
        var missing = evidence.Clients.Told().Where(client => client.Missing == true).Select(client => PlainName.Of(client.Id)).Distinct().Order(StringComparer.Ordinal).ToArray();
        return gone || disabled is not null || missing.Length > 0
            ? new Diagnosis
            {
                Finding = AuthenticationFindings.PoolUnhealthy,
                Summary = gone ? $"The user pool {PlainName.Of(policy.UserPool)} does not exist."
                    : disabled is not null ? $"The user pool {PlainName.Of(disabled.Name ?? disabled.Id)} is disabled."
                    : $"The user pool has no app client {Words.List(missing)} any more, so nobody can sign in with it.",
                Confidence = Confidence.High,
                Support = ["For people: restore it, or point the applications to the pool and client that exist; users of a deleted pool cannot be brought back by Cognito."],
            }
            : null;
    }

    private static Diagnosis? Mismatch(AuthenticationEvidence evidence, RunbookContext context, AuthenticationPolicy policy, FailedSignIns failures, FailedSignIns denials)
    {
        if (policy.UserPool is not { } pool)
        {
            return null;
        }

        var expected = $"https://cognito-idp.{(pool.Contains('_') ? pool[..pool.IndexOf('_')] : context.Region)}.amazonaws.com/{pool}";
        var known = evidence.Authorizers.Told().ToArray();
        // Others may let other callers in: tokens are refused where none expects them.
        if (known.Any(authorizer => authorizer.Issuer?.TrimEnd('/') == expected && (policy.Clients.Count == 0 || authorizer.Audience is not { Count: > 0 } audience || audience.Any(policy.Clients.Contains))))
        {
            return null;
        }

        var wrong = known
            .Where(authorizer => authorizer.Issuer is { } issuer && issuer.Contains("cognito-idp.", StringComparison.Ordinal))
            .Select(authorizer => authorizer.Issuer!.TrimEnd('/') != expected
                ? $"The authorizer {PlainName.Of(authorizer.Name)} expects the issuer {PlainText.Line(authorizer.Issuer, 120)}, and the pool's tokens carry {expected}"
                : policy.Clients.Count > 0 && authorizer.Audience is { Count: > 0 } audience && !audience.Any(policy.Clients.Contains)
                    ? $"The authorizer {PlainName.Of(authorizer.Name)} expects the audience {PlainText.Line(string.Join(", ", audience), 120)}, and the pool's clients are {PlainText.Line(string.Join(", ", policy.Clients), 120)}"
                    : null)
            .OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        return wrong.Length == 0
            ? null
            : new Diagnosis
            {
                Finding = AuthenticationFindings.TokenMismatch,
                Summary = $"{wrong[0]}, so every token is refused.",
                Confidence = denials.Total + failures.Total > 0 ? Confidence.High : Confidence.Medium,
                Support = [.. wrong.Skip(1).Select(sentence => $"{sentence}."), $"For people: aws apigatewayv2 update-authorizer --api-id {PlainName.Of(policy.Api)} with the pool's issuer and clients; tokens that were issued meanwhile stay valid."],
            };
    }

    private static Diagnosis? Expired(FailedSignIns failures, FailedSignIns denials, RunbookContext context, AuthenticationPolicy policy)
    {
        string[] words = ["expired", "token is not valid yet", "exp claim"];
        var (expired, all) = (failures.Mentioning(words) + denials.Mentioning(words), failures.Total + denials.Total);
        if (expired == 0 || expired * 2 < all)
        {
            return null;
        }

        var users = failures.SafeUsers.Union(denials.SafeUsers).Order(StringComparer.Ordinal).ToImmutableArray();
        return new Diagnosis
        {
            Finding = AuthenticationFindings.TokenMismatch,
            Summary = $"{expired} of {all} denials within the hour are of tokens that have expired or are not valid yet: clients keep old tokens, or clocks are wrong.",
            Confidence = Confidence.Medium,
            Support = [.. users.IsEmpty ? (string[])["For people: no user's name that may be shown is in the lines; sign users out in Cognito's console."] : []],
            Plan = policy.UserPool is { } pool && !users.IsEmpty
                ?
                [
                    new ProposedAction(
                        new SignOutUsers
                        {
                            TargetArn = $"arn:{context.Partition}:cognito-idp:{context.Region}:{context.Account}:userpool/{pool}",
                            TargetName = pool,
                            Users = users,
                            FailuresAnHour = all,
                            LogGroup = context.Authentication?.LogGroup ?? "",
                        },
                        ActionRisk.High,
                        "they hold tokens that have expired"),
                ]
                : [],
        };
    }

    private static Diagnosis? Attack(FailedSignIns failures, RunbookContext context, AuthenticationPolicy policy)
    {
        var addresses = failures.Addresses;
        var top = addresses.Take(MostAttackers).Where(each => each.Count * 10 >= failures.Total).ToArray();
        if (failures.Total < FewestOfAnAttack || failures.WithAddress * 2 < failures.Total || top.Sum(each => each.Count) < failures.Total * LeastShare)
        {
            return null;
        }

        var users = failures.UsersFrom(top);
        var blocked = top.Where(each => FailedSignIns.MayBeBlocked(each.Address, policy.NeverBlock)).ToArray();
        return new Diagnosis
        {
            Finding = AuthenticationFindings.Attack,
            Summary = $"{top.Sum(each => each.Count)} of {failures.Total} failed sign-ins within the hour come from {Words.List([.. top.Select(each => each.Address)])}{(users > 1 ? $", for {users} different users" : "")}.",
            Confidence = users >= 5 ? Confidence.High : Confidence.Medium,
            Support =
            [
                .. top.Select(each => $"{each.Address}: {Times.Count(each.Count, "failed sign-in")}."),
                .. top.Except(blocked).Select(each => each.IsNetwork
                    ? $"{each.Address} is not blocked by itself: an IP set takes addresses of one version, and policy's those of version 4. For people: block it in one of version 6."
                    : $"{each.Address} is never blocked: it is a private address, or policy protects it."),
                .. policy.IpSet is null ? (string[])["For people: block them where the traffic comes in; policy names no IP set (runbooks.authentication.ipSet)."] : [],
            ],
            Plan = policy.IpSet is { } set && blocked.Length > 0
                ?
                [
                    new ProposedAction(
                        new BlockAddresses
                        {
                            TargetArn = $"arn:{context.Partition}:wafv2:{context.Region}:{context.Account}:regional/ipset/{set.Name}/{set.Id}",
                            TargetName = set.Name,
                            IpSetId = set.Id,
                            Addresses = [.. blocked.Select(each => $"{each.Address}/32").Order(StringComparer.Ordinal)],
                            FailuresAnHour = failures.Total,
                            LogGroup = context.Authentication?.LogGroup ?? "",
                        },
                        ActionRisk.High,
                        "most failed sign-ins come from there; others behind the same address are blocked too"),
                ]
                : [],
        };
    }

    private static Diagnosis? Changed(IReadOnlyList<RightsChange> changes, FailedSignIns failures, FailedSignIns denials, RunbookContext context)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        var near = context.OccurredAt - changes[0].At <= Shortly;
        return new Diagnosis
        {
            Finding = AuthenticationFindings.RbacChange,
            Summary = $"Rights or sign-in settings were changed {(near ? "shortly before" : "within the day before")}: {changes[0].Say(context)}. Only the time connects them.",
            Confidence = near && failures.Total + denials.Total > 0 ? Confidence.Medium : Confidence.Low,
            Support = [$"For people, to see it or go back: {changes[0].Command}.", .. changes.Skip(1).Take(MostChanges).Select(change => $"Also: {change.Say(context)}.")],
        };
    }

    private static Diagnosis Rest(AuthenticationEvidence evidence, FailedSignIns failures, FailedSignIns denials, AuthenticationPolicy policy) =>
        failures.Total + denials.Total > 0 ? new Diagnosis
        {
            Finding = AuthenticationFindings.ScatteredFailures,
            Summary = failures.Total > 0 ? $"{SayFailures(failures)} Nothing else that was seen is wrong." : $"The API denied {Times.Count(denials.Total, "request")} within the hour, and nothing else that was seen is wrong.",
            Confidence = Confidence.Low,
            Support = [.. failures.Addresses.Take(1).Where(top => top.Count > 1 && top.Count * 2 >= failures.Total).Select(top => $"{top.Count} of them come from {top.Address}."), .. failures.Texts.Concat(denials.Texts).Select(line => PlainText.Line(LogMask.Of(line), 180)).Distinct().Take(2).Select(line => $"For example: {line}")],
        }
        : evidence.Failures is { IsPresent: true } || evidence.Pool is { IsPresent: true } ? new Diagnosis
        {
            Finding = AuthenticationFindings.NothingFound,
            Summary = evidence.Failures is { IsPresent: true } ? "No failed sign-in was logged within the hour, and nothing else that was seen is wrong." : "The user pool is there; failed sign-ins could not be seen.",
            Confidence = evidence.Failures is { IsPresent: true } ? Confidence.Medium : Confidence.Low,
            WorthTelling = evidence.Failures is not { IsPresent: true },
        }
        : new Diagnosis
        {
            Finding = AuthenticationFindings.NothingSeen,
            Summary = "Neither the user pool nor failed sign-ins could be seen, so nothing can be said about the cause.",
            Confidence = Confidence.Low,
            // Where policy names nothing to look at, that nothing was seen is no news.
            WorthTelling = policy.UserPool is not null || policy.LogGroup is not null,
        };

    private static string SayFailures(FailedSignIns failures) =>
        $"{Times.Count(failures.Total, "sign-in")} failed within the hour{(failures.Users > 0 ? $", of {Times.Count(failures.Users, "user")}" : "")}{(failures.Addresses.Count > 0 ? $", from {failures.Addresses.Count} {(failures.Addresses.Count == 1 ? "address" : "addresses")}" : "")}.";

    private static ImmutableArray<string> NotSeen(AuthenticationEvidence evidence, RunbookContext context)
    {
        var noLog = evidence.Failures?.Unavailable?.Contains("ResourceNotFoundException", StringComparison.Ordinal) == true;
        string?[] sentences =
        [
            Unseen.Say("The user pool's settings", evidence.Pool),
            noLog ? $"Failed sign-ins could not be seen: there is no log group {PlainText.Line(context.Authentication?.LogGroup, 120)}; Cognito does not make one, name yours under runbooks.authentication.logGroup." : Unseen.Say("Failed sign-ins", evidence.Failures),
            Unseen.Say("The API's denials", evidence.Denials),
            Unseen.Say("The API's authorizers", evidence.Authorizers),
            Unseen.Say("Changes", evidence.Changes),
            context.Region == "us-east-1" || evidence.Changes is not { IsPresent: true } ? null : "Changes of IAM could not be seen: CloudTrail tells them in us-east-1 only.",
        ];
        return [.. sentences.OfType<string>()];
    }
}
