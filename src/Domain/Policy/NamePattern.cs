namespace IncidentServerless.Domain.Policy;

/// <summary>Names in the policy: as they are, or with a <c>*</c> at the end that stands for anything, nothing included.</summary>
internal static class NamePattern
{
    public static bool Fits(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
