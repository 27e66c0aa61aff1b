namespace IncidentServerless.LocalCloud.Iam;

/// <summary>IAM's wildcards: <c>*</c> for any characters, <c>?</c> for one.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark) = (p++, t);
            else if (p < pattern.Length && (pattern[p] == '?' || string.Compare(pattern, p, text, t, 1, comparison) == 0))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        }
        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
