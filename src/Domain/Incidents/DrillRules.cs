using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Incidents;

/// <summary>How a drill ends: when somebody takes it, else after the response time of its severity or one hour, whichever is later.</summary>
internal static class DrillRules
{
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    /// <summary>So many refusals are kept; what is broken is broken at every level.</summary>
    private const int MostRefusals = 6;

    /// <summary>When it ends with nobody on it; null for what is no drill, or over.</summary>
    public static DateTimeOffset? EndsAt(Incident incident, IncidentPolicy policy) =>
        incident is { IsDrill: true, IsActive: true } ? incident.OpenedAt + Lasts(incident, policy) : null;

    /// <summary>Empty for what is no drill.</summary>
    public static ImmutableArray<IncidentEvent> EndWhenTaken(Incident incident, Acknowledge acknowledge) => incident.IsDrill
        ? [Ended($"page taken by {Words.Name(acknowledge.By)} after {Durations.InWords(acknowledge.At - incident.OpenedAt)}", incident, acknowledge.At)]
        : [];

    /// <summary>Empty while its time has not passed.</summary>
    public static ImmutableArray<IncidentEvent> EndWhenOver(Incident incident, DateTimeOffset now, IncidentPolicy policy) => EndsAt(incident, policy) <= now
        ? [Ended($"nobody took the page within {Durations.InWords(Lasts(incident, policy))}", incident, now)]
        : [];

    /// <summary>Remembers of a drill's page who did not take it.</summary>
    public static Incident Paged(Incident incident, PageSent sent) => incident.IsDrill
        ? incident with { BrokenChannels = [.. incident.BrokenChannels.Concat(sent.Deliveries.Where(delivery => !delivery.Delivered).Select(Refusal)).Distinct().Take(MostRefusals)] }
        : incident;

    private static TimeSpan Lasts(Incident incident, IncidentPolicy policy) =>
        policy.Severities[incident.Severity].RespondWithin is var target && target > Shortest ? target : Shortest;

    private static IncidentResolved Ended(string how, Incident incident, DateTimeOffset at) =>
        new(null, $"Drill: {how}.{Channels(incident)}") { At = at, Drill = true };

    private static string Channels(Incident incident) => incident switch
    {
        { PagedAt: null } => "",
        { BrokenChannels.IsEmpty: true } => " No channel that was tried refused it.",
        _ => $" {string.Join(' ', incident.BrokenChannels)}",
    };

    private static string Refusal(Delivery delivery) => Words.Sentence(
        $"{Words.Of(delivery.Channel)}{(delivery.Recipient is { } person ? $" for {person}" : "")} refused it: {(PlainText.Line(delivery.Reason, Limits.ListItem) is { Length: > 0 } reason ? reason : "no reason given")}");
}
