using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Sources.Logs;

namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>The connector's errors by whose fault they tell of.</summary>
internal sealed class ConnectorErrors
{
    private const int LongestLine = 180;
    private readonly Line[] lines;

    private ConnectorErrors(Line[] lines) => this.lines = lines;

    /// <summary>Each line once: the same moment and text is the same line, told twice.</summary>
    public static ConnectorErrors Of(Gathered<ErrorLine>? errors) => new(
    [
        .. errors.Told().Where(line => line.Text is { Length: > 0 }).Distinct()
            .Select(line => new Line(ErrorCauses.Of(line.Text!, ErrorCauses.StatusOf(line.Text!)), PlainText.Line(LogMask.Of(line.Text!), LongestLine)))
            .OrderBy(line => line.Text, StringComparer.Ordinal),
    ]);

    public int Total => lines.Length;

    public int Count(ErrorCause cause) => lines.Count(line => line.Cause == cause);

    /// <summary>The line that comes most often, of those that tell of this cause; null when none does.</summary>
    public string? Example(ErrorCause cause) => lines.Where(line => line.Cause == cause)
        .GroupBy(line => Digitless(line.Text)).OrderByDescending(alike => alike.Count()).ThenBy(alike => alike.Key, StringComparer.Ordinal)
        .Select(alike => alike.First().Text).FirstOrDefault();

    private sealed record Line(ErrorCause Cause, string Text);

    private static string Digitless(string text) => string.Concat(text.Where(character => !char.IsAsciiDigit(character)));
}
