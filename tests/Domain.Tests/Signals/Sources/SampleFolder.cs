using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Tests.Policy;

namespace IncidentServerless.Domain.Tests.Signals.Sources;

/// <summary>The events beside a source's classifier, judged by the shipped policy.</summary>
/// <param name="source">The source's folder.</param>
internal sealed class SampleFolder(string source, Func<string, string, IncidentPolicy, DateTimeOffset, Classification> classify)
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    private readonly string folder = $"src/Domain/Signals/Sources/{source}/samples";

    public static IncidentPolicy Policy { get; } = PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json"));

    public IReadOnlyList<string> Names => [.. Directory.GetFiles(RepositoryFiles.PathOf(folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public string Read(string name) => RepositoryFiles.Read($"{folder}/{name}");

    public Classification Classify(string name) => classify(Read(name), name, Policy, ReceivedAt);

    public Classification ClassifyText(string body) => classify(body, "m", Policy, ReceivedAt);

    public Signal Signal(string name) => Assert.IsType<Classification.Signalled>(Classify(name)).Signal;

    /// <summary>What becomes of each, for people.</summary>
    /// <param name="alike">What all keys begin with, and what is left out.</param>
    public string Table(string alike = "") =>
        Aligned([["sample", "becomes", "severity and type", "route", "key", "title, and why where it is no signal"], .. Names.Select(name => Row(name, alike))]);

    private string[] Row(string name, string alike) => Classify(name) switch
    {
        Classification.Signalled { Signal: var signal } given =>
            [name, $"{given.Disposition}", $"{Words.Of(signal.Severity)} {signal.Type}", signal.Route, signal.DedupKey[alike.Length..], signal.Title],
        var other => [name, $"{other.Disposition}", "", "", "", $"{other.Title}. {other.Reason}"],
    };

    private static string Aligned(string[][] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
