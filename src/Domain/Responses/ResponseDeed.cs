using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Responses;

/// <summary>What somebody sent with a form.</summary>
/// <param name="Name">The name that they gave, clean, at most 80 characters; null when none. Only a broadcast link needs it.</param>
/// <param name="Text">A note's text or a resolution's reason, clean, at most 2,000 characters; null when none. A note always has one.</param>
/// <param name="Seen">The version of the incident on the page that they acted on; at least 1.</param>
/// <param name="Once">Names this form of this page, so that a double click is one command.</param>
/// <param name="About">The action of a runbook that is decided about, <c>a1</c>, or the follow-up item, <c>i1</c>; null for everything else.</param>
public sealed record ResponseDeed(ResponseAction Action, string? Name, string? Text, int Seen, string Once, string? About = null)
{
    /// <summary>The severity that it is to have; null for everything but that.</summary>
    public SeverityLevel? To { get; init; }

    /// <summary>A follow-up item's owner, clean, at most 80 characters, and the day it is due, at its midnight UTC; null when not given.</summary>
    public string? Owner { get; init; }
    public DateTimeOffset? Due { get; init; }
}
