using System.Globalization;
using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Tickets;

/// <summary>The ticket of an incident, an OpsItem: made once, kept in step with severity and state, closed with it.</summary>
public static class Ticket
{
    public const string Resolved = "resolved";

    // OpsItems' own limits.
    private const int LongestTitle = 1024;
    private const int LongestDescription = 1024;

    /// <summary>What the ticket is to say now, <c>open, SEV3</c>; null when the incident has none.</summary>
    public static string? Of(Incident incident, IncidentPolicy policy)
    {
        var hasOne = incident.Ticket is { Status: not null };
        return !hasOne && (!incident.IsActive || !policy.Tickets.Severities.Contains(incident.Severity)) ? null
            : incident.IsActive ? $"open, {Words.Of(incident.Severity)}"
            : Resolved;
    }

    /// <summary>What is sent to Systems Manager.</summary>
    public static TicketCall Call(Incident incident) => new(
        incident.Id,
        incident.Ticket?.Number,
        !incident.IsActive,
        PlainText.Truncate($"{Words.Of(incident.Severity)}: {PageFacts.Title(incident)} ({incident.Id})", LongestTitle),
        PlainText.Truncate(Description(incident), LongestDescription),
        ((int)incident.Severity).ToString(CultureInfo.InvariantCulture));

    private static string Description(Incident incident)
    {
        var text = new StringBuilder();
        PageFact?[] facts = [PageFacts.Reason(incident), .. PageFacts.Where(incident)];
        foreach (var fact in facts.OfType<PageFact>())
        {
            text.Append($"{fact.Label}: {fact.Text}\n");
        }

        return text.Append($"Since: {Times.Moment(incident.OccurredAt)}").ToString();
    }
}

/// <summary>What the ticket was told of an incident.</summary>
/// <param name="Status">What it last took; null when it took nothing yet.</param>
/// <param name="Number">The OpsItem's id; null before it has one.</param>
/// <param name="FailedTries">How often in a row it did not take the next thing.</param>
/// <param name="FailedAt">When it last did not; null when it took the last thing.</param>
public sealed record TicketTold(string? Status, string? Number, int FailedTries = 0, DateTimeOffset? FailedAt = null);

/// <summary>One call of Systems Manager: the OpsItem of this number is changed, else one is made.</summary>
/// <param name="Number">Null when it is not known; it is then made, unless there is one already.</param>
/// <param name="Ends">It is over: one that was never made need not be made any more.</param>
/// <param name="Severity"><c>1</c> to <c>4</c>.</param>
public sealed record TicketCall(string IncidentId, string? Number, bool Ends, string Title, string Description, string Severity);
