using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Messages;

/// <summary>What is known of an incident, as labelled lines; what is not known is left out.</summary>
public sealed record PageFact(string Label, string Text);

public static class PageFacts
{
    public static string Title(Incident incident) =>
        PlainText.Line(incident.Title, Limits.Title) is { Length: > 0 } title ? title : "Incident without a title";

    /// <summary>What is wrong and how bad: <c>SEV1: checkout-api p99 latency above 2 s</c>. What the severity is for in general is not said: beside a title it reads as a finding.</summary>
    public static string Headline(Incident incident) => $"{DrillText.Mark(incident)}{Words.Of(incident.Severity)}: {Title(incident)}";

    public static PageFact Since(Incident incident, DateTimeOffset now) =>
        new("Since", $"{Times.Moment(incident.OccurredAt)} ({Times.Relative(incident.OccurredAt, now)})");

    /// <summary>The signal's own words; null when it gave none.</summary>
    public static PageFact? Reason(Incident incident) =>
        PlainText.Line(incident.Reason, Limits.Reason) is { Length: > 0 } reason ? new("The signal said", reason) : null;

    /// <summary>The alert's description, type, account and region, resources, tenants.</summary>
    public static ImmutableArray<PageFact> Where(Incident incident)
    {
        PageFact?[] facts =
        [
            PlainText.Line(incident.Description, Limits.Reason) is { Length: > 0 } description ? new("Its owners say", description) : null,
            incident.Runbook?.Finding is { } finding ? new($"Diagnosis ({Words.Of(finding.Confidence)})", PlainText.Line(finding.Summary, Limits.Reason)) : null,
            new("Type", Words.Of(incident.Type)),
            new("Where", $"account {PlainText.Line(incident.Account, Limits.Name)}, region {PlainText.Line(incident.Region, Limits.Name)}"),
            List("Resources", incident.Resources),
            List("Tenants", incident.Tenants),
        ];
        return [.. facts.OfType<PageFact>()];
    }

    private static PageFact? List(string label, ImmutableArray<string> items) =>
        Words.List(items) is { Length: > 0 } text ? new(label, text) : null;
}
