using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>Tells account ids and region codes from placeholders and display names, and finds them in ARNs.</summary>
internal static partial class AwsPlace
{
    /// <summary>What an account or region is called that no event names.</summary>
    public const string Unknown = "unknown";

    /// <summary>The first candidate that is an account id or an ARN with one.</summary>
    public static string Account(params ReadOnlySpan<string?> candidates) => First(candidates, arnPart: 4, AccountId());

    /// <summary>The first candidate that is a region code or an ARN with one; a display name such as "EU (Ireland)" is none.</summary>
    public static string Region(params ReadOnlySpan<string?> candidates) => First(candidates, arnPart: 3, RegionCode());

    private static string First(ReadOnlySpan<string?> candidates, int arnPart, Regex form)
    {
        foreach (var candidate in candidates)
        {
            var parts = candidate?.Split(':', 7);
            var named = parts is ["arn", _, _, _, _, ..] ? parts[arnPart] : candidate;
            if (named is not null && form.IsMatch(named))
            {
                return named;
            }
        }

        return Unknown;
    }

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"^[a-z]{2,8}(-[a-z]{2,12}){1,3}-[0-9]{1,2}\z")]
    private static partial Regex RegionCode();
}
