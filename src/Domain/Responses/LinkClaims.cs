namespace IncidentServerless.Domain.Responses;

/// <summary>What a signed link says. It holds no secret: anybody who has the link can read it.</summary>
/// <param name="IncidentId">The one incident that it is for; ASCII letters, digits and hyphens, at most 64.</param>
/// <param name="Subject">The channel's name, or the person's id; 1 to 80 characters.</param>
/// <param name="DisplayName">How the timeline calls the subject: <c>the page topic</c>, <c>Ana Ruiz</c>; 1 to 80 characters.</param>
/// <param name="Expires">Seconds since 1970-01-01 UTC; at this second it no longer works.</param>
public sealed record LinkClaims(string IncidentId, LinkScope Scope, string Subject, string DisplayName, long Expires)
{
    /// <summary>The version of the format, the first thing in a token.</summary>
    public const int Version = 1;

    public DateTimeOffset ExpiresAt => DateTimeOffset.FromUnixTimeSeconds(Expires);

    public bool IsExpired(DateTimeOffset now) => now.ToUnixTimeSeconds() >= Expires;
}
