using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Ssm;

[Collection("cloud")]
public sealed class SsmTests(CloudFixture fixture)
{
    private const string Parameter = """
        "Switch": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/incident/automation", "Type": "String", "Value": "on"}}
        """;

    [Fact]
    public async Task GetParameter_AfterOverwriting_HasTheNewValueAndVersion()
    {
        await using var cloud = await fixture.WorldAsync(Of(Parameter));
        await cloud.CallAsync("ssm", "PutParameter", new() { ["Name"] = "/incident/automation", ["Value"] = "off", ["Overwrite"] = true });

        var parameter = (await cloud.CallAsync("ssm", "GetParameter", new() { ["Name"] = "/incident/automation" }))["Parameter"]!;

        Assert.Equal(("off", 2, "arn:aws:ssm:eu-west-1:111122223333:parameter/incident/automation"), ((string?)parameter["Value"], (int)parameter["Version"]!, (string?)parameter["ARN"]));
    }

    [Fact]
    public async Task PutParameter_ThatExistsWithoutOverwrite_IsRefused()
    {
        await using var cloud = await fixture.WorldAsync(Of(Parameter));

        var error = await Assert.ThrowsAsync<AwsError>(() => cloud.CallAsync("ssm", "PutParameter", new() { ["Name"] = "/incident/automation", ["Value"] = "off" }));

        Assert.Equal("ParameterAlreadyExists", error.Code);
    }

    [Fact]
    public async Task GetParameters_SomeUnknown_AreNamed()
    {
        await using var cloud = await fixture.WorldAsync(Of(Parameter));

        var answer = await cloud.CallAsync("ssm", "GetParameters", new() { ["Names"] = new System.Text.Json.Nodes.JsonArray("/incident/automation", "/other") });

        Assert.Equal("""["/other"]""", answer["InvalidParameters"]!.ToJsonString());
        Assert.Single(answer["Parameters"]!.AsArray());
    }

    [Fact]
    public async Task GetParameter_Unknown_IsRefused()
    {
        await using var cloud = await fixture.WorldAsync(Of(Parameter));

        var error = await Assert.ThrowsAsync<AwsError>(() => cloud.CallAsync("ssm", "GetParameter", new() { ["Name"] = "/other" }));

        Assert.Equal("ParameterNotFound", error.Code);
    }
}
