using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Cost;

public class CostClassifierPropertyTests
{
    private const int Times = 3_000;

    private static readonly string[] Names =
    [
        "Type", "Message", "MessageId", "TopicArn", "Subject", "Records", "Sns", "body", "detail-type", "source", "detail", "id", "time", "anomalyId",
        "anomalyScore", "impact", "totalActualSpend", "totalExpectedSpend", "totalImpact", "totalImpactPercentage", "maxImpact", "rootCauses", "service",
        "usageType", "region", "linkedAccount", "contribution", "dimensionValue", "dimensionalValue", "monitorArn", "anomalyDetailsLink", "AlarmName", "state",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOf<string>("aws.ce", "Anomaly Detected", "Notification", "1301", "1e308", "-1e27", "{}", "[", "\ud83d", "\u200b", "Budget Name: x\nAlert Type: ACTUAL"),
        Gen.String[0, 40]);

    private static readonly Gen<string> Lines = Gen.Select(
        Gen.OneOf<string>("Budget Name", "Budget Type", "Budgeted Amount", "Alert Type", "Alert Threshold", "ACTUAL Amount", "FORECASTED Amount", "AWS Account", "with your x budget"),
        Gen.OneOf(Gen.OneOf<string>("$5,000.00", "> 80%", "FORECASTED", "999999999999999", "0.0000001", "-$1", "٣", "%", ""), Gen.String[0, 20]),
        (key, value) => $"{key}: {value}");

    private static readonly Gen<string> Bodies = Gen.OneOf(
        new[] { Samples.Budgets, Samples.Anomalies, Samples.Alarms }.SelectMany(folder => folder.Names.Select(folder.Read)).ToArray());

    [Fact]
    public void Classify_AnyText_GivesAClassificationThatHoldsItsPromises() => Gen.String[0, 300].Sample(Holds, iter: Times);

    [Fact]
    public void Classify_AnyBytes_GivesAClassificationThatHoldsItsPromises() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Holds(Encoding.Latin1.GetString(bytes)), iter: Times);

    [Fact]
    public void Classify_AnyLinesOfAMail_GivesAClassificationThatHoldsItsPromises() =>
        Lines.List[0, 12].Sample(lines => Holds(string.Join('\n', lines)), iter: Times);

    [Fact]
    public void Classify_AnyJson_GivesAClassificationThatHoldsItsPromises() => Json(5).Sample(json => Holds(json?.ToJsonString() ?? "null"), iter: Times);

    [Fact]
    public void Classify_SampleWithTextCutOrChanged_GivesAClassificationThatHoldsItsPromises() =>
        Gen.Select(Bodies, Gen.Int[0, 5_000], Gen.Int[0, 40], Gen.String[0, 10]).Sample(
            (body, at, length, insert) =>
            {
                var start = at % body.Length;
                Holds($"{body[..start]}{insert}{body[Math.Min(start + length, body.Length)..]}");
            },
            iter: Times);

    [Fact]
    public void Classify_AnyText_IsDroppedByNobody() =>
        Gen.String[0, 300].Where(text => !text.TrimStart().StartsWith('{')).Sample(
            text => CostClassifier.Classify(text, "m", SampleFolder.Policy, SampleFolder.ReceivedAt) is Classification.Signalled,
            iter: Times);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[1]")]
    [InlineData("\"hello\"")]
    [InlineData("{\"ok\":true}")]
    [InlineData("\u200b")]
    public void Classify_HardlyAnything_OpensAnIncidentWithATitle(string body)
    {
        Holds(body);
        var signal = Assert.IsType<Classification.Signalled>(CostClassifier.Classify(body, "m", SampleFolder.Policy, SampleFolder.ReceivedAt)).Signal;

        Assert.Equal("unreadable cost mail", signal.Route);
    }

    private static void Holds(string body)
    {
        _ = CostClassifier.Recognises(body);
        _ = AnySource.Classify(body, "m", SampleFolder.Policy, SampleFolder.ReceivedAt);
        Promises.Hold(CostClassifier.Classify(body, "m", SampleFolder.Policy, SampleFolder.ReceivedAt));
    }

    private static Gen<JsonNode?> Json(int depth)
    {
        var leaf = Gen.OneOf(
            Words.Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.Const((JsonNode?)null));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Json(depth - 1);
        return Gen.Frequency(
            (2, leaf),
            (1, inner.List[0, 3].Select(items => (JsonNode?)new JsonArray([.. items]))),
            (5, Gen.Select(Gen.OneOf(Names), inner).List[0, 8].Select(members =>
                (JsonNode?)new JsonObject(members.DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2))))));
    }
}
