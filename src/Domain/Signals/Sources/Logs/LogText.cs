using System.Globalization;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>Log lines of one pattern in words.</summary>
internal static class LogText
{
    private const int LongestSample = 220;
    private const int Samples = 3;

    public static string Title(LogFacts facts) => SignalText.Title($"{PlainText.Line(facts.Service, 60)}: {Kind(facts.Kind, facts.Count)}: {facts.Pattern}");

    /// <summary>How many, when, and the first that differ.</summary>
    public static string? Reason(LogFacts facts, LineGroup group)
    {
        var samples = group.Lines.Select(line => PlainText.Line(line.Text, LongestSample)).Distinct().Take(Samples).Select(line => $"\n> {line}");
        return SignalText.Paragraphs($"{Lines(facts.Count)} of {PlainText.Line(facts.Group, 160)}{When(group)}.{string.Concat(samples)}");
    }

    private static string Kind(LogKind kind, int count) => kind == LogKind.Error
        ? count == 1 ? "error" : $"{count} errors"
        : count == 1 ? "failed authentication" : $"{count} failed authentications";

    private static string Lines(int count) => count == 1 ? "1 line" : $"{count} lines";

    private static string When(LineGroup group)
    {
        if (group.Lines[0].Event.At is not { } first || group.Lines[^1].Event.At is not { } last)
        {
            return "";
        }

        var (from, to) = (Time(first), Time(last));
        return from == to ? $" at {from} UTC" : $" from {from} to {(first.Date == last.Date ? to[^8..] : to)} UTC";
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
