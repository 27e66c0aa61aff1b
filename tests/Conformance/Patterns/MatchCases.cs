using System.Text.Json;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Conformance.Patterns;

/// <summary>Patterns and events with the answer of the official matcher: match, or no match.</summary>
internal static class MatchCases
{
    internal static Verdicts Run(string file)
    {
        var verdicts = new Verdicts();
        foreach (var recorded in RecordedCase.Read(file))
        {
            try
            {
                if (EventPattern.Parse(recorded.Pattern).Matches(recorded.Event) == recorded.Match)
                    verdicts.Pass();
                else
                    verdicts.Fail(recorded.Name, recorded.Match ? "should match, does not" : "should not match, does");
            }
            catch (Exception fault) when (fault is EventPatternException or JsonException)
            {
                verdicts.Fail(recorded.Name, fault.Message);
            }
        }

        return verdicts;
    }
}
