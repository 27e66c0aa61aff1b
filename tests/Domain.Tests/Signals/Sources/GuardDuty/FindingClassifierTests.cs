using System.Text.Json.Nodes;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.GuardDuty;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Tests.Signals.Sources.GuardDuty;

public class FindingClassifierTests
{
    private static readonly SampleFolder Samples = new("GuardDuty", FindingClassifier.Classify);
    private static readonly EventPattern Pattern = EventPattern.Parse(FindingEventPattern.Json);

    [Fact]
    public void Classify_OneFindingToldAgain_MeetsInOneKey() =>
        Assert.Equal(Samples.Signal("mining-instance.json").DedupKey, Samples.Signal("repeated.json").DedupKey);

    [Theory]
    [InlineData("as-the-api-writes-it.json")]
    [InlineData("bare.json")]
    public void Classify_AnotherShapeOfAFinding_IsTheSameSignal(string name)
    {
        var (expected, given) = (Samples.Signal("leaked-key.json"), Samples.Signal(name));

        Assert.Equal((expected.DedupKey, expected.Severity, expected.Title, expected.Reason), (given.DedupKey, given.Severity, given.Title, given.Reason));
        Assert.Equal(expected.Resources.AsEnumerable(), given.Resources.AsEnumerable());
    }

    [Theory]
    [InlineData("sample.json")]
    [InlineData("sample-inside.json")]
    [InlineData("sample-by-name.json")]
    [InlineData("sample-by-title.json")]
    public void Classify_SampleFinding_IsIgnored(string name) => Assert.IsType<Classification.Ignored>(Samples.Classify(name));

    [Fact]
    public void Classify_FindingOfManyResources_KeepsWhatTheRunbookLooksUp()
    {
        var finding = JsonNode.Parse(Samples.Read("mining-instance.json"))!;
        finding["detail"]!["service"]!["resourceRole"] = "ACTOR";
        finding["detail"]!["resource"]!["s3BucketDetails"] = new JsonArray([.. Enumerable.Range(0, 12).Select(n => new JsonObject { ["arn"] = $"arn:aws:s3:::bucket-{n}" })]);

        var resources = Assert.IsType<Classification.Signalled>(Samples.ClassifyText(finding.ToJsonString())).Signal.Resources;

        Assert.Equal(10, resources.Length);
        Assert.Equal(["resourceRole=ACTOR", "findingType=", "finding="], resources.TakeLast(3).Select((text, at) => at == 0 ? text : text[..(text.IndexOf('=', StringComparison.Ordinal) + 1)]));
    }

    [Fact]
    public void Classify_ArchivedFinding_IsSuppressed() => Assert.IsType<Classification.Suppressed>(Samples.Classify("archived.json"));

    [Theory]
    [InlineData("leaked-key.json", SeverityLevel.Sev1)]
    [InlineData("attack-sequence.json", SeverityLevel.Sev1)]
    [InlineData("mining-instance.json", SeverityLevel.Sev2)]
    [InlineData("public-bucket.json", SeverityLevel.Sev2)]
    [InlineData("severity-as-word.json", SeverityLevel.Sev3)]
    [InlineData("severity-missing.json", SeverityLevel.Sev3)]
    [InlineData("severity-absurd.json", SeverityLevel.Sev3)]
    [InlineData("reconnaissance.json", SeverityLevel.Sev4)]
    public void Classify_Finding_IsAsBadAsTheShippedPolicySays(string name, SeverityLevel severity) => Assert.Equal(severity, Samples.Signal(name).Severity);

    [Theory]
    [InlineData("leaked-key.json", true)]
    [InlineData("sample.json", true)]
    [InlineData("malware-scan.json", false)]
    public void Rule_TakesFindings_AndNothingElse(string name, bool taken) => Assert.Equal(taken, Pattern.Matches(Samples.Read(name)));
}
