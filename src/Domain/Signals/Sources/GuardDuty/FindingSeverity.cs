using System.Globalization;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>GuardDuty's scale: low from 1, medium from 4, high from 7, critical from 9 ("Severity levels of GuardDuty findings").</summary>
internal static class FindingSeverity
{
    private const decimal Most = 10;

    /// <summary>Null for what is neither a number from 0 to 10 nor one of GuardDuty's words.</summary>
    public static decimal? Read(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "INFORMATIONAL" => 0,
        "LOW" => 1,
        "MEDIUM" => 4,
        "HIGH" => 7,
        "CRITICAL" => 9,
        var number => decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var severity) && severity is >= 0 and <= Most ? severity : null,
    };

    public static string Word(decimal severity) => severity switch
    {
        >= 9 => "critical",
        >= 7 => "high",
        >= 4 => "medium",
        >= 1 => "low",
        _ => "informational",
    };
}
