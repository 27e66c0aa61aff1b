using Amazon.CDK;
using Constructs;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk.Permissions;

/// <summary>Mail through SES, from one address alone.</summary>
/// <param name="Identities">The address's own identity and its domain's: either may be the one that SES has verified.</param>
/// <param name="From">The address.</param>
public sealed record MailPermission(IReadOnlyList<string> Identities, string From)
{
    /// <summary>Null where policy sends no mail.</summary>
    public static MailPermission? Of(Construct scope, MailPolicy? mail) => mail is null
        ? null
        : new([Identity(scope, mail.From), Identity(scope, mail.From[(mail.From.IndexOf('@') + 1)..])], mail.From);

    /// <summary>What the role's statement demands.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Conditions =>
        new Dictionary<string, IReadOnlyDictionary<string, string>> { ["StringEquals"] = new Dictionary<string, string> { ["ses:FromAddress"] = From } };

    private static string Identity(Construct scope, string name) => Stack.Of(scope).FormatArn(new ArnComponents { Service = "ses", Resource = "identity", ResourceName = name });
}
