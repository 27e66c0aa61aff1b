using System.Text.RegularExpressions;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>Texts of expectations, in which <c>*</c> stands for anything.</summary>
internal static class StoryText
{
    public static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $"^{string.Join(".*", pattern.Split('*').Select(Regex.Escape))}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
