using System.Collections.Immutable;

namespace IncidentServerless.Domain.Messages;

/// <summary>The signed links of one page (a link proves the channel or the person that it was sent to, so each gets its own).</summary>
public sealed record PageLinks
{
    /// <summary>No link could be signed; the page goes out all the same.</summary>
    public static PageLinks None { get; } = new();

    /// <summary>For the SNS topic; null when it could not be signed.</summary>
    public string? Topic { get; init; }

    /// <summary>For the Slack channel; null when it could not be signed.</summary>
    public string? Slack { get; init; }

    /// <summary>For PagerDuty's incident; null when it could not be signed.</summary>
    public string? PagerDuty { get; init; }

    /// <summary>For people by id; a missing one could not be signed.</summary>
    public ImmutableDictionary<string, string> People { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Until when they work; null when there are none.</summary>
    public DateTimeOffset? ExpireAt { get; init; }
}
