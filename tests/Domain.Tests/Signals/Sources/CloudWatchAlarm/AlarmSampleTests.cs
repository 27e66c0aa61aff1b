using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmSampleTests
{
    [Fact]
    public void Classify_EverySample_IsAsInTheTable() => Snapshot.Match(Table([
        ["sample", "becomes", "severity and type", "route", "key", "title, and why where it is no signal"],
        .. Samples.Names.Select(Row),
    ]));

    private static string[] Row(string name) => Samples.Classify(name) switch
    {
        Classification.Signalled { Signal: var signal } given =>
            [name, $"{given.Disposition}", $"{Words.Of(signal.Severity)} {signal.Type}", signal.Route, signal.DedupKey["cloudwatch-alarm:".Length..], signal.Title],
        var other => [name, $"{other.Disposition}", "", "", "", $"{other.Title}. {other.Reason}"],
    };

    private static string Table(string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
