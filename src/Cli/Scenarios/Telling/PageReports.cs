using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>When a page's outcome was recorded: its event carries the time at which it was decided, before the channels were tried.</summary>
internal static class PageReports
{
    /// <param name="observations">With the functions' names, not their ids.</param>
    public static DateTimeOffset RecordedAt(PageSent page, IEnumerable<Observation> observations) => observations.OfType<FunctionInvoked>()
        .Where(invoked => invoked.Function == FunctionNames.RecordIncident && invoked.At >= page.At && Records(invoked.Payload, page))
        .Select(invoked => invoked.At)
        .FirstOrDefault(page.At);

    private static bool Records(string payload, PageSent page)
    {
        try
        {
            return JsonNode.Parse(payload) is JsonObject command
                && command["kind"]?.ToString() == "record-page"
                && command["round"]?.GetValue<int>() == page.Round
                && command["level"]?.GetValue<int>() == page.Level;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Not a command that anybody recorded.
            return false;
        }
    }
}
