using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

/// <summary>The events beside the classifier, judged by the shipped policy.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset ReceivedAt = SampleFolder.ReceivedAt;

    public static SampleFolder Folder { get; } = new("CloudWatchAlarm", AlarmClassifier.Classify);

    public static IncidentPolicy Policy => SampleFolder.Policy;

    public static IReadOnlyList<string> Names => Folder.Names;

    public static string Read(string name) => Folder.Read(name);

    public static Classification Classify(string name) => Folder.Classify(name);

    public static Signal Signal(string name) => Folder.Signal(name);
}
