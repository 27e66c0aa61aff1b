using CsCheck;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.GuardDuty;
using IncidentServerless.Domain.Signals.Sources.Health;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Signals.Sources;

/// <summary>What holds for every source that comes by the bus alone.</summary>
public class SourceTests
{
    private const int Times = 1_500;

    private static readonly Dictionary<string, SampleFolder> Folders = new()
    {
        ["GuardDuty"] = new("GuardDuty", FindingClassifier.Classify),
        ["Health"] = new("Health", HealthClassifier.Classify),
    };

    public static TheoryData<string> Names => [.. Folders.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Classify_EverySample_IsAsInTheTable(string source) => Snapshot.Match(Folders[source].Table(), $"{source}Samples");

    [Theory]
    [MemberData(nameof(Names))]
    public void Reasons_OfEverySignal_ReadAsVerified(string source)
    {
        var folder = Folders[source];
        var reasons = folder.Names.Where(name => folder.Classify(name) is Classification.Signalled).Select(name => $"{name}\n{folder.Signal(name).Reason}");

        Snapshot.Match(string.Join("\n\n", reasons), $"{source}Reasons");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Classify_SampleWithTextCutOrChanged_GivesAClassificationThatHoldsItsPromises(string source)
    {
        var folder = Folders[source];
        Gen.Select(Gen.OneOf(folder.Names.Select(folder.Read).ToArray()), Gen.Int[0, 5_000], Gen.Int[0, 40], Gen.String[0, 10]).Sample(
            (body, at, length, insert) =>
            {
                var start = at % body.Length;
                Holds(folder, $"{body[..start]}{insert}{body[Math.Min(start + length, body.Length)..]}");
            },
            iter: Times);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Classify_AnyText_GivesAClassificationThatHoldsItsPromises(string source) =>
        Gen.String[0, 300].Sample(body => Holds(Folders[source], body), iter: Times);

    [Theory]
    [MemberData(nameof(Names))]
    public void AnySource_OfEverySample_ComesToTheSameSource(string source)
    {
        var folder = Folders[source];

        Assert.All(folder.Names.Where(name => folder.Classify(name) is Classification.Signalled), name => Assert.Equal(
            folder.Signal(name).Source,
            AnySource.Classify(folder.Read(name), name, SampleFolder.Policy, SampleFolder.ReceivedAt).Source));
    }

    private static void Holds(SampleFolder folder, string body)
    {
        Promises.Hold(folder.ClassifyText(body));
        Promises.Hold(AnySource.Classify(body, "m", SampleFolder.Policy, SampleFolder.ReceivedAt));
    }
}
