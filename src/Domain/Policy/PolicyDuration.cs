using System.Globalization;

namespace IncidentServerless.Domain.Policy;

/// <summary>How the policy file writes durations: a whole number and one unit, <c>30s</c>, <c>5m</c>, <c>1h</c> or <c>7d</c>.</summary>
public static class PolicyDuration
{
    private const int MostDigits = 7;

    private static readonly (char Unit, TimeSpan Length)[] UnitsFromLongest =
    [
        ('d', TimeSpan.FromDays(1)),
        ('h', TimeSpan.FromHours(1)),
        ('m', TimeSpan.FromMinutes(1)),
        ('s', TimeSpan.FromSeconds(1)),
    ];

    /// <summary>False when the text is anything but one to seven digits and a unit.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length is < 2 or > MostDigits + 1)
        {
            return false;
        }

        foreach (var (unit, length) in UnitsFromLongest)
        {
            if (text[^1] == unit && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                duration = length * count;
                return true;
            }
        }

        return false;
    }

    /// <summary>In the longest unit that divides it, so that <see cref="TryParse"/> gives it back.</summary>
    /// <param name="duration">Zero or more whole seconds.</param>
    public static string Print(TimeSpan duration)
    {
        var (unit, length) = duration == TimeSpan.Zero
            ? UnitsFromLongest[^1]
            : UnitsFromLongest.First(candidate => duration.Ticks % candidate.Length.Ticks == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / length.Ticks}{unit}");
    }
}
