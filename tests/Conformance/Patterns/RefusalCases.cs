using IncidentServerless.EventPatterns;

namespace IncidentServerless.Conformance.Patterns;

/// <summary>Patterns that the official compiler or the service refuses.</summary>
internal static class RefusalCases
{
    internal static Verdicts Run(string file)
    {
        var verdicts = new Verdicts();
        foreach (var recorded in RecordedCase.Read(file))
        {
            try
            {
                EventPattern.Parse(recorded.Pattern);
                verdicts.Fail(recorded.Name, $"should be refused, was taken: {recorded.Pattern} ({recorded.Why ?? "no reason recorded"})");
            }
            catch (EventPatternException)
            {
                verdicts.Pass();
            }
        }

        return verdicts;
    }
}
