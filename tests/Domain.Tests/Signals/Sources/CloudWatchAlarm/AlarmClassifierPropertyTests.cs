using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmClassifierPropertyTests
{
    private const int Times = 3_000;

    private static readonly string[] Names =
    [
        "Type", "Message", "MessageId", "TopicArn", "Records", "Sns", "body", "detail-type", "source", "detail", "id", "time", "resources",
        "alarmData", "alarmName", "AlarmName", "NewStateValue", "state", "value", "reason", "reasonData", "configuration", "metrics", "metricStat",
        "metric", "dimensions", "Trigger", "Dimensions", "Metrics", "alarmContributor", "attributes", "alarmTags", "muteDetail", "actionsSuppressedBy",
    ];

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.OneOf<string>("ALARM", "OK", "aws.cloudwatch", "CloudWatch Alarm State Change", "CloudWatch Alarm Contributor State Change", "Notification", "{}", "[", "\ud83d", "\u200b"),
        Gen.String[0, 40]);

    private static readonly Gen<string> Bodies = Gen.OneOf(Samples.Names.Select(Samples.Read).ToArray());

    [Fact]
    public void Classify_AnyText_GivesAClassificationThatHoldsItsPromises() => Gen.String[0, 300].Sample(Holds, iter: Times);

    [Fact]
    public void Classify_AnyBytes_GivesAClassificationThatHoldsItsPromises() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Holds(Encoding.Latin1.GetString(bytes)), iter: Times);

    [Fact]
    public void Classify_AnyJson_GivesAClassificationThatHoldsItsPromises() =>
        Json(5).Sample(json => Holds(json?.ToJsonString() ?? "null"), iter: Times);

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
    public void Classify_SampleWithOneValueReplaced_GivesAClassificationThatHoldsItsPromises() =>
        Gen.Select(Bodies.Where(body => body.Contains('{')), Gen.Int[0, 200], Json(2)).Sample(
            (body, place, value) => Holds(WithReplaced(body, place, value)),
            iter: Times);

    [Fact]
    public void Classify_NestedWithoutEnd_IsUnparsed()
    {
        var body = Enumerable.Range(0, 12).Aggregate("\"deep\"", (inner, _) => new JsonObject { ["Type"] = "Notification", ["MessageId"] = "m", ["Message"] = inner }.ToJsonString());

        Assert.IsType<Classification.Unparsed>(AlarmClassifier.Classify(body, "m", Samples.Policy, Samples.ReceivedAt));
        Assert.IsType<Classification.Unparsed>(AlarmClassifier.Classify(new string('[', 100_000), "m", Samples.Policy, Samples.ReceivedAt));
    }

    private static void Holds(string body)
    {
        var given = AlarmClassifier.Classify(body, "m", Samples.Policy, Samples.ReceivedAt);

        Assert.InRange(given.Title.Length, 1, 200);
        Assert.DoesNotContain(given.Title, char.IsControl);
        Assert.InRange(given.EventId.Length, 1, 200);
        if (given is Classification.Signalled { Signal: var signal })
        {
            Assert.True(DedupKey.TryParse(signal.DedupKey, out _), signal.DedupKey);
            Assert.True(signal.Reason is null or { Length: > 0 and <= 1_000 });
            Assert.True(signal.Resources.Length <= 10 && signal.Tenants.Length <= 20);
        }
        else
        {
            Assert.False(string.IsNullOrWhiteSpace(given.Reason));
            Assert.InRange(given.Reason.Length, 1, 700);
        }
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

    private static string WithReplaced(string body, int place, JsonNode? value)
    {
        // JsonNode does not write the half of a surrogate pair that one sample has.
        var root = JsonNode.Parse(body.TrimStart('\uFEFF').Replace(@"\ud83d", ""))!.AsObject();
        var parents = Objects(root).Where(parent => parent.Count > 0).ToArray();
        var all = parents.SelectMany(parent => parent.Select(member => (parent, member.Key))).ToArray();
        var (chosen, key) = all[place % all.Length];
        chosen[key] = value?.DeepClone();
        return root.ToJsonString();
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
