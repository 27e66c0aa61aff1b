using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Tests.Policy;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

/// <summary>The events beside the classifier, judged by the shipped policy.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    private const string Folder = "src/Domain/Signals/Sources/CloudWatchAlarm/samples";

    public static IncidentPolicy Policy { get; } = PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json"));

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(RepositoryFiles.PathOf(Folder)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static string Read(string name) => RepositoryFiles.Read($"{Folder}/{name}");

    public static Classification Classify(string name) => AlarmClassifier.Classify(Read(name), name, Policy, ReceivedAt);

    public static Signal Signal(string name) => Assert.IsType<Classification.Signalled>(Classify(name)).Signal;
}
