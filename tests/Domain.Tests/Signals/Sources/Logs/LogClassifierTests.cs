using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;
using IncidentServerless.Domain.Signals.Sources.Logs;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

public class LogClassifierTests
{
    [Fact]
    public void Classify_LinesThatDifferInValues_AreOneSignal()
    {
        var signal = Assert.Single(Payloads.Signals("ERROR order 1 failed", "INFO fine", "ERROR order 2 failed", "ERROR order 37 failed"));

        Assert.Equal("checkout: 3 errors: order … failed", signal.Title);
        Assert.Equal("3 lines of /ecs/checkout from 2026-03-02 17:00:00 to 17:00:03 UTC.\n> ERROR order 1 failed\n> ERROR order 2 failed\n> ERROR order 37 failed", signal.Reason);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 17, 0, 3, TimeSpan.Zero), signal.OccurredAt);
        Assert.StartsWith("application-logs:123456789012:eu-west-1:/ecs/checkout#error/", signal.DedupKey);
        Assert.Equal(["logGroup=/ecs/checkout", "logStream=task/7f8a"], signal.Resources.AsEnumerable());
    }

    [Fact]
    public void Classify_LinesOfOnePatternInTwoDeliveries_MeetInOneKeyAsTwoEvents()
    {
        var (first, second) = (Payloads.Signals("ERROR order 1 failed").Single(), Payloads.Signals("INFO fine", "ERROR order 2 failed").Single());

        Assert.Equal(first.DedupKey, second.DedupKey);
        Assert.NotEqual(first.EventId, second.EventId);
    }

    [Fact]
    public void Classify_PatternsAndKinds_AreSignalsOfTheirOwn() =>
        Assert.Equal(
            ["checkout: failed authentication: USER_AUTH_FAIL user=…", "checkout: 2 errors: order … failed", "checkout: error: no route to …"],
            Payloads.Signals("ERROR order 1 failed", "ERROR no route to 198.51.100.23", "USER_AUTH_FAIL user=ana", "ERROR order 2 failed").Select(signal => signal.Title));

    [Fact]
    public void Classify_MoreThanTwentyPatterns_SumsUpTheRest()
    {
        var signals = Payloads.Signals(Enumerable.Range(0, 26).Select(index => $"ERROR {(char)('a' + index)}{(char)('z' - index)}y broke"));

        Assert.Equal(21, signals.Length);
        Assert.Equal("checkout: 6 errors: lines of 6 other patterns", signals[^1].Title);
        Assert.EndsWith("#error/other", signals[^1].DedupKey);
    }

    [Fact]
    public void Classify_TheSameAgainInAnyOrder_IsTheSameSignalsWithTheSameIds()
    {
        string[] lines = ["ERROR order 1 failed", "USER_AUTH_FAIL user=ana", "ERROR no route", "ERROR Order 2 failed"];
        var once = Payloads.Classify(Payloads.Of(lines));
        Gen.Shuffle(Enumerable.Range(0, 4).ToArray()).Sample(
            order =>
            {
                var body = JsonNode.Parse(Payloads.Of(lines))!;
                var events = body["logEvents"]!.AsArray().Select(each => each!.DeepClone()).ToArray();
                body["logEvents"] = new JsonArray([.. order.Select(index => events[index].DeepClone())]);

                Assert.Equal(once.Select(Told), Payloads.Classify(body.ToJsonString()).Select(Told));
            },
            iter: 30);
    }

    [Fact]
    public void Classify_JsonLines_ReadsWhatIsSaidAndWhomItTouches()
    {
        var signal = Payloads.Signals(
            """{"level":"error","msg":"quota of Ana is used up","err":{"name":"QuotaError","message":"12 of 10"},"tenantId":"acme","password":"hunter2"}""",
            """{"level":"error","msg":"quota of Ana is used up","err":{"name":"QuotaError","message":"7 of 5"},"tenant_id":"globex","tenant":"acme"}""").Single();

        Assert.Equal("checkout: 2 errors: quota of Ana is used up: QuotaError: … of …", signal.Title);
        Assert.Equal(["acme", "globex"], signal.Tenants.AsEnumerable());
        Assert.DoesNotContain("hunter2", signal.Reason);
    }

    [Theory]
    [InlineData("/ecs/connector-partner-central", "ERROR HTTP 503", 1, IncidentType.PartnerCentralApiFailure, SeverityLevel.Sev2)]
    [InlineData("/ecs/connector-partner-central", "ERROR AccessDenied", 1, IncidentType.PartnerCentralApiFailure, SeverityLevel.Sev2)]
    [InlineData("/ecs/checkout", "USER_AUTH_FAIL", 20, IncidentType.AuthenticationFailure, SeverityLevel.Sev2)]
    [InlineData("/ecs/checkout", "USER_AUTH_FAIL", 19, IncidentType.AuthenticationFailure, SeverityLevel.Sev3)]
    [InlineData("/ecs/checkout", "ERROR broken", 10, IncidentType.GeneralIncident, SeverityLevel.Sev3)]
    [InlineData("/ecs/checkout", "ERROR broken", 9, IncidentType.GeneralIncident, SeverityLevel.Sev4)]
    public void Classify_Lines_AreAsBadAsTheShippedPolicySays(string group, string line, int count, IncidentType type, SeverityLevel severity)
    {
        var signal = Assert.IsType<Classification.Signalled>(Assert.Single(Payloads.Classify(Payloads.In(group, Enumerable.Repeat(line, count))))).Signal;

        Assert.Equal((type, severity), (signal.Type, signal.Severity));
    }

    [Fact]
    public void Classify_LinesThatASilenceNames_AreSuppressedWithItsReason()
    {
        var silence = new Silence("Load test", EventPattern.Parse("""{ "log": { "service": ["checkout"], "kind": ["error"] } }"""), "Ana", "we break it", new SilenceTime.Weekly(null, new TimeOnly(16, 0), TimeSpan.FromHours(2)));
        var given = LogClassifier.Classify(Payloads.Of("ERROR broken", "USER_AUTH_FAIL"), Payloads.Region, SampleFolder.Policy with { Silences = [silence] }, SampleFolder.ReceivedAt);

        Assert.Equal([Disposition.Opened, Disposition.Suppressed], given.Select(each => each.Disposition));
    }

    [Fact]
    public void FactsDocument_OfLines_HasWhatThePolicysSchemaNames() =>
        Assert.Equal(
            """{"source":"application-logs","account":"123456789012","region":"eu-west-1","log":{"group":"/ecs/checkout/","service":"checkout","kind":"authentication-failure","count":3,"pattern":"no"}}""",
            LogFactsDocument.Of(new LogFacts("123456789012", "eu-west-1", "/ecs/checkout/", LogKind.AuthenticationFailure, 3, "no")).GetRawText());

    [Fact]
    public void Classify_ControlMessage_IsIgnored() =>
        Assert.Equal(
            "CloudWatch Logs only tried whether somebody listens.",
            Assert.IsType<Classification.Ignored>(Assert.Single(Payloads.Classify(Payloads.Of("CWL CONTROL MESSAGE: Checking health of destination").Replace("DATA_MESSAGE", "CONTROL_MESSAGE")))).Why);

    [Fact]
    public void Classify_LinesWithoutTimeOrId_HappenedWhenTheyWereTakenIn()
    {
        var signal = Assert.IsType<Classification.Signalled>(Assert.Single(Payloads.Classify("""{"messageType":"DATA_MESSAGE","logGroup":"/","logEvents":[{"message":"ERROR broken"},{"message":7},{}]}"""))).Signal;

        Assert.Equal((SampleFolder.ReceivedAt, "unknown", "1 line of /.\n> ERROR broken"), (signal.OccurredAt, signal.Account, signal.Reason));
    }

    [Fact]
    public void Classify_PayloadAsLambdaGetsIt_IsUnpacked()
    {
        var plain = Payloads.Of("ERROR order 1 failed");

        Assert.Equal(Payloads.Classify(plain).Select(Told), Payloads.Classify(Packed(plain)).Select(Told));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"awslogs":{"data":"no Base64"}}""")]
    [InlineData("""{"awslogs":{"data":"bm90IHBhY2tlZA=="}}""")]
    public void Classify_AnythingElse_IsUnparsed(string body) => Assert.IsType<Classification.Unparsed>(Assert.Single(Payloads.Classify(body)));

    [Fact]
    public void Classify_PackedInPacked_IsUnparsed() => Assert.IsType<Classification.Unparsed>(Assert.Single(Payloads.Classify(Packed(Packed(Payloads.Of("ERROR"))))));

    [Fact]
    public void Classify_PlantedSecret_IsInNothingThatASignalTells() =>
        Gen.Select(Secrets.Around, Secrets.Planted, Secrets.Around, Gen.Bool).Sample(
            (before, planted, after, json) =>
            {
                var line = $"ERROR {before} {planted.Text} {after}";
                var text = json ? new JsonObject { ["level"] = "error", ["message"] = line, ["tenant"] = planted.Text }.ToJsonString() : line;
                var signal = Assert.Single(Payloads.Signals(text));

                Assert.All(
                    [signal.Title, signal.Reason, signal.DedupKey, signal.EventId, signal.Route, .. signal.Resources, .. signal.Tenants],
                    told => Assert.DoesNotContain(planted.Secret, told ?? "", StringComparison.OrdinalIgnoreCase));
            },
            iter: 3_000);

    [Fact]
    public void Classify_AnyLines_GivesClassificationsThatHoldTheirPromises() =>
        Gen.OneOf(Gen.String[0, 80], Secrets.Planted.Select(planted => planted.Text), Gen.String[0, 40].Select(text => $"ERROR {text}")).Array[0, 30].Sample(
            lines =>
            {
                var given = Payloads.Classify(Payloads.Of(lines));

                Assert.NotEmpty(given);
                Assert.All(given, Promises.Hold);
                Assert.Equal(given.Length, given.Select(each => each.EventId).Distinct().Count());
            },
            iter: 1_000);

    [Fact]
    public void AnySource_OfAPayload_TellsTheWorstOfIt()
    {
        var body = Payloads.Of(Enumerable.Repeat("USER_AUTH_FAIL user=ana", 20).Append("ERROR broken"));
        foreach (var shape in new[] { body, Packed(body) })
        {
            var signal = Assert.IsType<Classification.Signalled>(AnySource.Classify(shape, "m", SampleFolder.Policy, SampleFolder.ReceivedAt)).Signal;

            Assert.Equal(("application-logs", SeverityLevel.Sev2), (signal.Source, signal.Severity));
        }
    }

    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return new JsonObject { ["awslogs"] = new JsonObject { ["data"] = Convert.ToBase64String(packed.ToArray()) } }.ToJsonString();
    }

    private static string Told(Classification given) => given is Classification.Signalled { Signal: var signal }
        ? $"{signal.EventId} {signal.DedupKey} {signal.Title} {signal.Reason} {signal.OccurredAt:O}"
        : $"{given.EventId} {given.Reason}";
}
