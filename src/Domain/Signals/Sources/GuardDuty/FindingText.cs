using System.Globalization;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>A finding in words.</summary>
internal static class FindingText
{
    /// <summary>GuardDuty's own title; else its type, and on what.</summary>
    public static string Title(FindingFacts facts)
    {
        var own = PlainText.Line(facts.Title, 180);
        var on = facts.Resources.IsEmpty ? "" : $" on {PlainText.Line(facts.Resources[0], 100)}";
        return SignalText.Title($"GuardDuty: {(own.Length > 0 ? own : $"{PlainText.Line(facts.Type, 100)}{on}")}");
    }

    /// <summary>What GuardDuty says, and the numbers beside it.</summary>
    public static string Reason(FindingFacts facts)
    {
        string?[] parts =
        [
            PlainText.Line(facts.Type, 160),
            facts.Severity is { } severity ? $"severity {severity.ToString("0.##", CultureInfo.InvariantCulture)} ({FindingSeverity.Word(severity)})" : "no severity given",
            facts.Count is { } count ? count == "1" ? "seen once" : $"seen {PlainText.Line(count, 20)} times" : null,
            facts.Began is { } began ? $"since {Times.Moment(began)}" : null,
            facts.RemoteAddress is { } address ? $"from {address}" : null,
        ];
        return $"{facts.Description}\n{string.Join(", ", parts.OfType<string>())}.";
    }
}
