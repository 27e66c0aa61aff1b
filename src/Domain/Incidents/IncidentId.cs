using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Ids of incidents: <c>INC-yyyymmdd-</c> and eight letters that derive from the event, so that a redelivery meets the same incident.</summary>
public static partial class IncidentId
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="occurredAt">Gives the date, in UTC.</param>
    public static string For(string source, string eventId, DateTimeOffset occurredAt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{eventId}"));
        var letters = new StringBuilder(8);
        for (var bit = 0; bit < 40; bit += 5)
        {
            letters.Append(Base32[((hash[bit / 8] << 8 | hash[(bit / 8) + 1]) >> (11 - (bit % 8))) & 31]);
        }

        return string.Create(CultureInfo.InvariantCulture, $"INC-{occurredAt.UtcDateTime:yyyyMMdd}-{letters}");
    }

    /// <summary>The id that a text begins with, such as an execution's name; null when it begins with none.</summary>
    public static string? StartOf(string text) => Pattern().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("^INC-[0-9]{8}-[A-Z2-7]{8}")]
    private static partial Regex Pattern();
}
