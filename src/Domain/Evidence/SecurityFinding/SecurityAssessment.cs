using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.SecurityFinding;

/// <summary>What a finding of GuardDuty means, and what contains it.</summary>
public static class SecurityAssessment
{
    // What an attacker does with a principal to stay, or to get more (MITRE ATT&CK, persistence and privilege escalation).
    private static readonly string[] Suspicious =
    [
        "CreateAccessKey", "CreateUser", "CreateLoginProfile", "UpdateLoginProfile", "AttachUserPolicy", "AttachRolePolicy", "PutUserPolicy", "PutRolePolicy", "CreateRole", "UpdateAssumeRolePolicy",
        "StopLogging", "DeleteTrail", "UpdateDetector", "DeleteDetector", "RunInstances", "CreateFunction20150331", "PutBucketPolicy", "DeleteBucketPublicAccessBlock", "PutBucketPublicAccessBlock",
        "ModifySnapshotAttribute", "ModifyImageAttribute", Reading,
    ];

    // Many programs do it all day.
    private const string Reading = "GetSecretValue";

    // What describes the finding, and is no resource.
    private static readonly string[] OfTheFinding = [SecurityPlaces.FindingPrefix, SecurityPlaces.TypePrefix, SecurityPlaces.RolePrefix];

    // Another place, or calls that only an attacker makes. What else GuardDuty says of a principal (unusual calls, a trail switched off) may be its owner's.
    private static readonly string[] ByOthers = ["Exfiltration", "IPCaller", "ConsoleLoginSuccess", "CompromisedCredentials", "AttackSequence:"];

    // They name a principal beside what they are about.
    private static readonly string[] OfOtherResources = [":EC2/", ":Runtime/", ":Kubernetes/", ":RDS/", ":Lambda/"];

    /// <summary>
    /// One finding of <see cref="SecurityFindings"/>. The type of GuardDuty's finding decides, with what the resource and the calls show; the
    /// order of the evidence does not matter, and nothing that is missing, repeated or unreadable makes it fail.
    /// </summary>
    public static Diagnosis Assess(SecurityEvidence evidence, RunbookContext context, SecurityPolicy policy)
    {
        var places = SecurityPlaces.Of(context.Resources);
        var state = evidence.Finding.Told().FirstOrDefault();
        var type = state?.Type ?? places.FindingType;
        var calls = Calls(evidence);
        var role = state?.Role ?? places.Role;
        var found = type is null && places is { AccessKey: null, User: null, Instance: null, Bucket: null } ? Nothing()
            : Exposed(type ?? "", places, evidence, context)
            ?? Reconnaissance(type ?? "", role, calls)
            ?? Credentials(type ?? "", places, evidence, calls, context)
            ?? Instance(type ?? "", places, evidence, context, policy)
            ?? Other(type ?? "", context);
        return Bounded.Of(found with { Support = [.. found.Support, .. Say(state), .. Say(calls)], NotSeen = NotSeen(evidence) });
    }

    private static Diagnosis Nothing() => new()
    {
        Finding = SecurityFindings.NothingSeen,
        Summary = "The incident names neither a finding nor a resource, so nothing can be said about it.",
        Confidence = Confidence.Low,
    };

    private static Diagnosis? Exposed(string type, SecurityPlaces places, SecurityEvidence evidence, RunbookContext context)
    {
        if (!type.StartsWith("Policy:S3/", StringComparison.Ordinal) && !(type.Length == 0 && places is { Bucket: not null, AccessKey: null, Instance: null }))
        {
            return null;
        }

        if (places.Bucket is not { } bucket || !SecurityPlan.IsBucketName(bucket))
        {
            return new Diagnosis
            {
                Finding = SecurityFindings.ExposedBucket,
                Summary = "Public access to S3 was opened, and no single bucket is named: it may be the account's own setting.",
                Confidence = Confidence.Medium,
                Support = ["For people: aws s3control get-public-access-block --account-id with your account's number."],
                Impact = new Impact { Data = true },
            };
        }

        var (open, shut) = (evidence.BucketPolicy.Told().Any(each => each.IsPublic == "true"), evidence.BucketBlocks.Told().Any(SecurityPlan.AllOn));
        // That a block was taken off says nothing yet of who may read.
        var unblocked = !open && !shut && type.Contains("BlockPublicAccessDisabled", StringComparison.Ordinal);
        var policyUnseen = !evidence.BucketPolicy.Told().Any() && !Answered(evidence.BucketPolicy);
        var unseen = !open && !shut && policyUnseen && !evidence.BucketBlocks.Told().Any() && !Answered(evidence.BucketBlocks);
        return new Diagnosis
        {
            Finding = SecurityFindings.ExposedBucket,
            Summary = shut ? $"The bucket {bucket} was opened to the public, and is blocked again."
                : open ? $"The bucket {bucket} is open to the public now."
                : unblocked ? $"The block of public access was taken off the bucket {bucket}; {(policyUnseen ? "whether it is public could not be seen" : "its policy does not make it public")}."
                : unseen ? $"The bucket {bucket} was opened to the public; whether anything blocks that could not be seen."
                : $"The bucket {bucket} was opened to the public, and nothing blocks that.",
            Confidence = open || shut ? Confidence.High : unblocked && policyUnseen ? Confidence.Low : Confidence.Medium,
            Support = [$"For people: aws s3api get-bucket-policy --bucket {bucket}; what was read meanwhile shows in S3's access logs or CloudTrail's data events, where those are on."],
            Impact = unblocked ? null : new Impact { Data = true },
            Plan = shut ? [] : [SecurityPlan.BlockPublicAccess(bucket, context)],
        };
    }

    /// <param name="role"><c>TARGET</c>, <c>ACTOR</c> or <c>SOURCE</c>; null when neither the finding nor the event says it.</param>
    private static Diagnosis? Reconnaissance(string type, string? role, IReadOnlyList<TrailCall> calls)
    {
        var looks = type.StartsWith("Recon:", StringComparison.Ordinal) || type.StartsWith("Discovery:", StringComparison.Ordinal);
        var knocks = type.Contains("BruteForce", StringComparison.Ordinal) && role is not ("ACTOR" or "SOURCE");

        // Calls about an instance or a cluster are of whoever runs it: its own deeds are in no trail.
        var byIt = OfOtherResources.Any(kind => type.Contains(kind, StringComparison.Ordinal)) ? [] : calls.Where(call => Succeeded(call) && call.Name != Reading);
        if (!(looks || knocks) || byIt.Any())
        {
            return null;
        }

        return new Diagnosis
        {
            Finding = SecurityFindings.Reconnaissance,
            Summary = knocks && role is null ? $"Somebody guesses passwords ({type}); whether the instance does it or suffers it could not be seen."
                : knocks ? $"Somebody tries to get in by guessing ({type}); nothing shows that they are in."
                : $"Somebody looks around ({type}); nothing shows that they changed anything.",
            Confidence = knocks && role is null ? Confidence.Low : Confidence.Medium,
            Support = [knocks ? "For people: close the port to the world, or let only known addresses in." : "For people: check who the caller is, and whether it should be able to list so much."],
        };
    }

    private static Diagnosis? Credentials(string type, SecurityPlaces places, SecurityEvidence evidence, IReadOnlyList<TrailCall> calls, RunbookContext context)
    {
        if (OfOtherResources.Any(kind => type.Contains(kind, StringComparison.Ordinal)) || (places.AccessKey is null && places.User is null && !type.Contains("CompromisedCredentials", StringComparison.Ordinal)))
        {
            return null;
        }

        var keys = evidence.Keys.Told().Where(key => key.Id is not null && key.Id == places.AccessKey).ToArray();
        var inactive = keys.Length > 0 && keys.All(key => key.Status == "Inactive");
        var who = places.UserType switch
        {
            "Root" => "The account's root user",
            "AWSAccount" => $"A principal of another account ({PlainName.Of(places.User)})",
            "AWSService" => $"A service of AWS ({PlainName.Of(places.User)})",
            "AssumedRole" or "Role" when places.User is { } role => $"The role {PlainName.Of(role)}",
            _ when places.User is { } user => $"The user {PlainName.Of(user)}",
            _ => "A principal",
        };
        var foreign = Names(calls.Where(Succeeded));
        var tried = Names(calls.Where(call => IsSuspicious(call) && call.Error is not null)).Except(foreign).ToArray();
        var isOnlyUse = type.Contains("RootCredentialUsage", StringComparison.Ordinal);
        return new Diagnosis
        {
            Finding = SecurityFindings.CompromisedCredentials,
            Summary = $"{who} {(isOnlyUse ? "was used" : type.Length == 0 || ByOthers.Any(word => type.Contains(word, StringComparison.Ordinal)) ? "is used by somebody else" : "does what it should not, or is used by somebody else")}, as {(type.Length > 0 ? type : "the finding")} says{(places.AccessKey is { } key ? $" (access key {PlainName.Of(key)}{(inactive ? ", which is inactive already" : "")})" : "")}{(foreign.Length > 0 ? $"; it called {Words.List(foreign, 3)}" : "")}{(tried.Length > 0 ? $"; it tried {Words.List(tried, 3)}, and was refused" : "")}.",
            Confidence = foreign.Any(name => name != Reading) || type.Contains("Exfiltration", StringComparison.Ordinal) || type.StartsWith("AttackSequence:", StringComparison.Ordinal) ? Confidence.High : Confidence.Medium,
            Support =
            [
                .. places.UserType == "Root" ? (string[])["For people: sign in as root, delete its access keys, change the password, check its MFA; nothing here may touch root."] : [],
                .. foreign.Length > 0 ? (string[])["For people: look at what it made (users, keys, roles, instances) and remove it; that is not undone by stopping the key."] : [],
                .. places.User is { } managed && SecurityPlan.IsManagedRole(managed) ? (string[])["For people: the role is managed by IAM Identity Center or by a service of AWS, which lets nobody else change it; revoke its sessions there."] : [],
                .. SecurityPlan.IsOurs(places) ? (string[])["For people: replace the key where it is used before the old one is deleted."] : ["For people: it is no principal of this account, so nothing of ours is stopped; look at what it may reach here, and take that away."],
            ],
            Impact = TouchesData(type),
            Plan = SecurityPlan.Credentials(places, inactive, context),
        };
    }

    private static Diagnosis? Instance(string type, SecurityPlaces places, SecurityEvidence evidence, RunbookContext context, SecurityPolicy policy)
    {
        if (places.Instance is not { } instance || !SecurityPlan.IsInstanceId(instance))
        {
            return null;
        }

        var seen = evidence.Instance.Told().ToArray();
        var gone = seen.Any(each => each.State is "terminated" or "shutting-down");
        var isolated = policy.Isolation is { } isolation && seen.Any(each => each.Groups is { Count: 1 } groups && groups[0] == isolation.SecurityGroup);
        var mining = type.StartsWith("CryptoCurrency:", StringComparison.Ordinal);
        return new Diagnosis
        {
            Finding = SecurityFindings.CompromisedInstance,
            Summary = $"The instance {instance} {(mining ? "mines a cryptocurrency" : "does what an attacker wants")}{(type.Length > 0 ? $" ({type})" : "")}{(gone ? "; it is terminated" : isolated ? "; it is isolated already" : "")}.",
            Confidence = gone || seen.Any(each => each.State == "running") ? Confidence.High : Confidence.Medium,
            Support =
            [
                .. seen.Select(each => each.AutoScalingGroup).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(group => $"It is in the Auto Scaling group {PlainName.Of(group)}, which replaces it by one of the same image."),
                .. policy.Isolation is null ? (string[])["For people: snapshot its volumes, then cut it off; policy names no security group for that (runbooks.security-finding.isolation)."] : [],
                "For people: how it came in stands in the instance's own logs; its role's credentials may be in other hands too.",
            ],
            Plan = gone || isolated ? [] : SecurityPlan.Isolate(instance, context, policy),
        };
    }

    private static Diagnosis Other(string type, RunbookContext context) => new()
    {
        Finding = SecurityFindings.ForPeople,
        Summary = $"{(type.Length > 0 ? type : "A finding")}{(context.Resources.FirstOrDefault(name => !OfTheFinding.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))) is { } resource ? $" on {PlainText.Line(resource, 120)}" : "")}: nothing is done about it by itself.",
        Confidence = Confidence.Low,
        Support = ["For people: GuardDuty's page of the finding says what it saw and what to do."],
        Impact = TouchesData(type),
    };

    private static Impact? TouchesData(string type) =>
        type.Contains("Exfiltration", StringComparison.Ordinal) || type.Contains("CompromisedData", StringComparison.Ordinal) ? new Impact { Data = true } : null;

    /// <summary>Each call once; those that changed something first, then the latest.</summary>
    private static IReadOnlyList<TrailCall> Calls(SecurityEvidence evidence) =>
    [
        .. evidence.Calls.Told().Where(call => call.Name is not null).Distinct()
            .OrderByDescending(IsSuspicious).ThenBy(call => call.ReadOnly == "true").ThenByDescending(call => call.At, StringComparer.Ordinal)
            .ThenBy(call => call.Name, StringComparer.Ordinal).ThenBy(call => call.From, StringComparer.Ordinal).ThenBy(call => call.By, StringComparer.Ordinal).ThenBy(call => call.Error, StringComparer.Ordinal),
    ];

    private static bool IsSuspicious(TrailCall call) => Suspicious.Contains(call.Name);

    // What a service of AWS calls for an account is no attacker's deed.
    private static bool Succeeded(TrailCall call) => IsSuspicious(call) && call.Error is null && call.From?.EndsWith(".amazonaws.com", StringComparison.Ordinal) != true;

    private static string[] Names(IEnumerable<TrailCall> calls) => [.. calls.Select(call => call.Name!).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Say(FindingState? state)
    {
        if (state is { Archived: "true" })
        {
            yield return "Somebody has archived the finding meanwhile.";
        }

        if (state?.Count is { } count && count != "1")
        {
            yield return $"GuardDuty has seen it {PlainText.Line(count, 20)} times.";
        }
    }

    private static IEnumerable<string> Say(IReadOnlyList<TrailCall> calls) =>
        calls.Take(3).Select(call => $"{PlainName.Of(call.Name)}{(call.By is { } by ? $" by {PlainName.Of(by)}" : "")}{(call.From is { } from ? $" from {PlainName.Of(from)}" : "")}{(call.At is { } at ? $" at {PlainText.Line(at, 30)}" : "")}{(call.Error is { } error ? $", refused ({PlainName.Of(error)})" : "")}.");

    private static ImmutableArray<string> NotSeen(SecurityEvidence evidence)
    {
        string?[] sentences =
        [
            Unseen.Say("GuardDuty's finding", evidence.Finding),
            Unseen.Say("Recent calls", evidence.Calls),
            Missing("The user's access keys", evidence.Keys),
            Missing("The instance", evidence.Instance),
            Answered(evidence.BucketPolicy) ? null : Missing("The bucket's policy", evidence.BucketPolicy),
            Answered(evidence.BucketBlocks) ? null : Missing("The bucket's blocks of public access", evidence.BucketBlocks),
        ];
        return [.. sentences.OfType<string>()];
    }

    // S3 answers with an error where a bucket has no policy, or no block.
    private static bool Answered<T>(Gathered<T>? bucket) => bucket?.Unavailable is { } reason && (reason.Contains("bucket policy does not exist", StringComparison.OrdinalIgnoreCase) || reason.Contains("public access block configuration was not found", StringComparison.OrdinalIgnoreCase));

    // Most findings are about one kind of resource; that the others were not looked at is no gap.
    private static string? Missing<T>(string what, Gathered<T>? source) => source is { Unavailable: SecurityPlan.NotAbout } or null ? null : Unseen.Say(what, source);
}
