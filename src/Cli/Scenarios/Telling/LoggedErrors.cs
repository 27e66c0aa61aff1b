using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>What functions logged as errors: the first thing to read when a scenario failed.</summary>
internal static class LoggedErrors
{
    private const int Most = 5;

    /// <summary>The first few different ones, a sentence each.</summary>
    public static IReadOnlyList<string> Of(Outcome outcome) =>
        [.. outcome.Observations.OfType<FunctionLogged>().Select(Of).OfType<string>().Distinct().Take(Most)];

    private static string? Of(FunctionLogged logged)
    {
        if (!logged.Line.StartsWith('{'))
        {
            // Not from the logger: the runtime, or a process that ended badly.
            return logged.Line.Trim().Length > 0 && logged.RequestId is null ? $"{logged.Function} wrote: {logged.Line}" : null;
        }

        try
        {
            var entry = JsonNode.Parse(logged.Line);
            return entry?["level"]?.ToString() is "Error" or "Critical" ? $"{logged.Function} logged: {entry["message"]}" : null;
        }
        catch (JsonException)
        {
            // A line that was cut; those around it tell enough.
            return null;
        }
    }
}
