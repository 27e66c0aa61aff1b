using System.Globalization;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>The times that events carry: ISO 8601 with a zone, which CloudWatch writes <c>+0000</c>, and RFC 1123, which AWS Health writes.</summary>
internal static class EventTime
{
    // Exact forms only: a looser parser takes today's date for a text that names none.
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "ddd, d MMM yyyy HH:mm:ss 'GMT'"];

    /// <summary>The first that can be read, in UTC; null when none can.</summary>
    public static DateTimeOffset? First(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (DateTimeOffset.TryParseExact(candidate, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            {
                return time;
            }
        }

        return null;
    }
}
