using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>Tells the findings that GuardDuty makes up on request. They say so in several places, and not always in the same one.</summary>
internal static class SampleFindings
{
    private const string MadeUpName = "GeneratedFinding";
    private const string MadeUpInstance = "i-99999999";
    private const string Mark = "[SAMPLE]";

    public static bool Includes(JsonElement finding, IEnumerable<string> resources)
    {
        var about = finding.ObjectOf("service")?.ObjectOf("additionalInfo") ?? default;
        var more = about.TextOf("value") is { } text ? JsonBody.Parse(text) ?? default : default;
        return about.FlagOf("sample") == true
            || more.FlagOf("sample") == true
            || finding.TextOf("title")?.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) == true
            || resources.Any(resource => resource.Contains(MadeUpName, StringComparison.Ordinal) || resource.EndsWith($"={MadeUpInstance}", StringComparison.Ordinal));
    }
}
