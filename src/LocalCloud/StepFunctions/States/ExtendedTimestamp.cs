using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>ISO 8601 with a <c>T</c> and an offset or <c>Z</c>, fractions down to nanoseconds.</summary>
internal static partial class ExtendedTimestamp
{
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (Shape().Match(text) is not { Success: true } match)
        {
            return false;
        }

        // Finer than our ticks: cut, not rounded.
        var fraction = match.Groups["fraction"].Value;
        var plain = match.Groups["date"].Value + (fraction.Length == 0 ? "" : "." + fraction[..Math.Min(7, fraction.Length)]) + match.Groups["offset"].Value;
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)(\.(?<fraction>\d{1,9}))?(?<offset>Z|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
