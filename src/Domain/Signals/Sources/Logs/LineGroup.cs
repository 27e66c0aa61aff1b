using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>The lines of one payload that tell the same.</summary>
/// <param name="Fingerprint">The pattern's; <c>other</c> for lines of many patterns.</param>
/// <param name="Lines">At least one, oldest first.</param>
internal sealed record LineGroup(LogKind Kind, string Fingerprint, string Pattern, ImmutableArray<LogLine> Lines)
{
    private const int Most = 20;

    /// <summary>The twenty largest, failed authentications before errors; the lines of all others are one more.</summary>
    public static ImmutableArray<LineGroup> Of(LogPayload payload)
    {
        LineGroup[] all =
        [
            .. payload.Events.Select(LogLineReader.Read)
                .Select(line => new Judged(line, LogKindJudge.Of(line), LogPattern.Of(line.Text)))
                .Where(judged => judged.Kind is not null)
                .GroupBy(judged => new Alike(judged.Kind!.Value, judged.Pattern.Fingerprint))
                .Select(group => new LineGroup(group.Key.Kind, group.Key.Fingerprint, Spelling(group), Ordered(group.Select(judged => judged.Line))))
                .OrderByDescending(group => group.Kind)
                .ThenByDescending(group => group.Lines.Length)
                .ThenBy(group => group.Fingerprint, StringComparer.Ordinal),
        ];
        return all.Length <= Most ? [.. all] : [.. all.Take(Most), Rest(all[Most..])];
    }

    // Patterns that differ in casing alone are one; which of them is shown must not hang on the order of the lines.
    private static string Spelling(IEnumerable<Judged> alike) => alike.Select(judged => judged.Pattern.Text).Min(StringComparer.Ordinal)!;

    private static LineGroup Rest(LineGroup[] rest) =>
        new(rest[0].Kind, "other", $"lines of {rest.Length} other patterns", Ordered(rest.SelectMany(group => group.Lines)));

    private static ImmutableArray<LogLine> Ordered(IEnumerable<LogLine> lines) =>
        [.. lines.OrderBy(line => line.Event.At).ThenBy(line => line.Event.Id, StringComparer.Ordinal).ThenBy(line => line.Text, StringComparer.Ordinal)];

    private sealed record Judged(LogLine Line, LogKind? Kind, LogPattern Pattern);

    private sealed record Alike(LogKind Kind, string Fingerprint)
    {
        // The key of many lines, see src/Functions/Native/PlainRecords.targets.
        public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);
    }
}
