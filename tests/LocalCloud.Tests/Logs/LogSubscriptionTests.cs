using System.IO.Compression;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Logs;

[Collection("cloud")]
public sealed class LogSubscriptionTests(CloudFixture fixture)
{
    private const string Permission = """
        "MayCall": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction", "FunctionName": {"Fn::GetAtt": ["Toy", "Arn"]}, "Principal": "logs.amazonaws.com",
            "SourceAccount": "111122223333", "SourceArn": "arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/shop:*"}}
        """;

    private static string Filter(string pattern, string name = "Errors") => $$$"""
        "{{{name}}}": {"Type": "AWS::Logs::SubscriptionFilter", "Properties": {"FilterName": "{{{name}}}", "LogGroupName": "/ecs/shop", "FilterPattern": {{{System.Text.Json.JsonSerializer.Serialize(pattern)}}}, "DestinationArn": {"Fn::GetAtt": ["Toy", "Arn"]} } }
        """;

    [Fact]
    public async Task Write_LinesThatThePatternTakes_ReachTheFunctionAsCloudWatchPacksThem()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Permission, Filter("?ERROR ?\"not found\"")));

        cloud.Logs.Write("/ecs/shop", "task/1", ["ERROR one", "INFO two", "three not found"]);
        await ((VirtualClock)cloud.Clock).IdleAsync();

        var payload = Unpacked(cloud.Observations.Of<FunctionInvoked>().Single().Payload);
        Assert.Equal(
            ("DATA_MESSAGE", "111122223333", "/ecs/shop", "task/1", "Errors"),
            ((string?)payload["messageType"], (string?)payload["owner"], (string?)payload["logGroup"], (string?)payload["logStream"], (string?)payload["subscriptionFilters"]![0]));
        var events = payload["logEvents"]!.AsArray();
        Assert.Equal(["ERROR one", "three not found"], events.Select(each => (string?)each!["message"]));
        Assert.Equal(CloudFixture.Start.ToUnixTimeMilliseconds(), (long)events[0]!["timestamp"]!);
        Assert.Equal([56, 56], events.Select(each => ((string)each!["id"]!).Length));
        Assert.Equal((3, 2), cloud.Observations.Of<LinesWritten>().Select(written => (written.Lines, written.Passed)).Single());
    }

    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("ERROR", "an ERROR came", true)]
    [InlineData("ERROR", "an error came", false)]
    [InlineData("ERROR", "ERRORS came", true)]
    [InlineData("ERROR timeout", "ERROR of a timeout", true)]
    [InlineData("ERROR timeout", "ERROR of a user", false)]
    [InlineData("ERROR -timeout", "ERROR of a timeout", false)]
    [InlineData("ERROR -timeout", "ERROR of a user", true)]
    [InlineData("?ERROR ?WARN", "WARN", true)]
    [InlineData("?ERROR ?WARN", "INFO", false)]
    [InlineData("?\"invalid password\" ?USER_AUTH_FAIL", "an invalid password", true)]
    [InlineData("?\"invalid password\" ?USER_AUTH_FAIL", "password invalid", false)]
    [InlineData("\"say \\\"no\\\"\"", "they say \"no\" to it", true)]
    public async Task Write_OneLine_PassesIfThePatternTakesIt(string pattern, string line, bool expected)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Permission, Filter(pattern)));

        cloud.Logs.Write("/ecs/shop", "task/1", [line]);

        Assert.Equal(expected ? 1 : 0, cloud.Observations.Of<LinesWritten>().Single().Passed);
    }

    [Fact]
    public async Task Write_ToAGroupOfNobody_ReachesNothing()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Permission, Filter("")));

        cloud.Logs.Write("/ecs/other", "task/1", ["ERROR"]);
        await ((VirtualClock)cloud.Clock).IdleAsync();

        Assert.Empty(cloud.Observations.Of<FunctionInvoked>());
    }

    [Theory]
    [InlineData("{ $.level = \"error\" }", "one over JSON; the local cloud emulates patterns of terms only")]
    [InlineData("[ip, user]", "one over columns; the local cloud emulates patterns of terms only")]
    [InlineData("%ERR.*%", "one over regular expressions; the local cloud emulates patterns of terms only")]
    [InlineData("access-denied", "has the term 'access-denied'; a term with other characters than letters, digits and _ is to be quoted")]
    [InlineData("?ERROR timeout", "has terms with ? beside others")]
    [InlineData("\"open", "has a quoted term that is empty or does not end")]
    [InlineData("?", "has the term ''")]
    public async Task World_PatternThatIsNotEmulated_IsRefusedInWords(string pattern, string expected) =>
        Assert.Contains($"The filter pattern of the subscription 'Errors' {(expected.StartsWith("one", StringComparison.Ordinal) ? "is " : "")}{expected}", await RefusalOf(Permission, Filter(pattern)), StringComparison.Ordinal);

    [Fact]
    public async Task World_SubscriptionThatMayNotCall_IsRefusedAsCloudWatchWould() =>
        Assert.Contains("does not let logs.amazonaws.com call it for /ecs/shop", await RefusalOf(Filter("")), StringComparison.Ordinal);

    [Fact]
    public async Task World_PermissionOfAnotherAccount_DoesNotHelp() =>
        Assert.Contains("does not let logs.amazonaws.com call it", await RefusalOf(Permission.Replace("\"SourceAccount\": \"111122223333\"", "\"SourceAccount\": \"999999999999\"", StringComparison.Ordinal), Filter("")), StringComparison.Ordinal);

    [Fact]
    public async Task World_ThreeSubscriptionsOfOneGroup_AreRefused() =>
        Assert.Contains("has more than 2 subscriptions", await RefusalOf(Permission, Filter("", "A"), Filter("", "B"), Filter("", "C")), StringComparison.Ordinal);

    private async Task<string> RefusalOf(params string[] resources) =>
        (await Assert.ThrowsAsync<TemplateException>(() => fixture.WorldAsync(Of([Role(), Function(), .. resources])))).Message;

    private static JsonNode Unpacked(string payload)
    {
        using var packed = new MemoryStream(Convert.FromBase64String((string)JsonNode.Parse(payload)!["awslogs"]!["data"]!));
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        return JsonNode.Parse(unpacked)!;
    }
}
