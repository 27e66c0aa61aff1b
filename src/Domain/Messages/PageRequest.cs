using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Messages;

/// <summary>What a page asks of its reader, and what happens if nobody does it.</summary>
public static class PageRequest
{
    /// <summary>One sentence a line.</summary>
    public static ImmutableArray<string> Sentences(PageContext page) =>
        [RespondWithin(page.Severity, page.Incident, page.Now), .. Next(page)];

    /// <summary>What is said in place of a link that could not be signed.</summary>
    public const string WithoutLink =
        "This message carries no link to acknowledge with, because none could be signed. Start on it, and tell the others that you have it; the next message tries again.";

    /// <summary>What a link's button or line is called.</summary>
    public static string LinkLabel(PageContext page) => page.Kind == MessageKind.Page ? "Acknowledge" : "Look and take it";

    /// <summary>The response time of runbook 1, counted from the opening.</summary>
    public static string RespondWithin(SeverityRow severity, Incident incident, DateTimeOffset now)
    {
        var within = Durations.InWords(severity.RespondWithin);
        var by = incident.OpenedAt + severity.RespondWithin;
        return by >= now
            ? $"Respond within {within}, by {Times.Clock(by, now)}."
            : $"The response time of {within} was over at {Times.Clock(by, now)} ({Times.Relative(by, now)}).";
    }

    private static ImmutableArray<string> Next(PageContext page)
    {
        if (page.WorkflowsFailed is not null)
        {
            return [];
        }

        var next = $"level {page.NextNumber} ({PlainText.Line(page.Next.Notify, Limits.Name)})";
        var told = page.Kind == MessageKind.Page ? "paged" : "told";
        var again = page.NextNumber == page.ToldNumber ? " again" : "";
        return [$"If nobody acknowledges by {Times.Clock(page.NextAt, page.Now)}, {next} is {told}{again}."];
    }
}
