using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Sources.Logs;

namespace IncidentServerless.Domain.Signals.Sources.Reports;

/// <summary>A report in words, without what customers should not have written into it.</summary>
internal static class ReportText
{
    private const int LongestLine = 160;

    /// <summary>The title; where there is none the beginning of the text.</summary>
    public static string Line(ReportFacts facts) => PlainText.Line(LogMask.Of(facts.Title ?? First(facts.Text) ?? ""), LongestLine);

    public static string Title(ReportFacts facts) => SignalText.Title($"Customer report{(facts.Tenant is { } tenant ? $" of {PlainText.Line(tenant, 60)}" : "")}: {(Line(facts) is { Length: > 0 } line ? line : $"{facts.Channel} {facts.Id}")}");

    public static string Reason(ReportFacts facts)
    {
        string?[] parts = [$"Reported by {Sender(facts.Channel)}", facts.Priority is { } priority ? $"priority {priority}" : null, facts.Url is { } url ? PlainText.Line(url, 300) : null];
        return $"{(facts.IsOver ? "The report was closed as solved." : LogMask.Of(facts.Text ?? ""))}\n{Words.Sentence(string.Join(", ", parts.OfType<string>()))}";
    }

    private static string Sender(string channel) => channel == "webhook" ? channel : $"{char.ToUpperInvariant(channel[0])}{channel[1..]}";

    private static string? First(string? text) => text?.Split('\n', 2)[0];
}
