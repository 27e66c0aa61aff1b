using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Lambda;

[Collection("cloud")]
public sealed class FunctionUrlTests(CloudFixture fixture)
{
    private const string Url = """
        "Url": {"Type": "AWS::Lambda::Url", "Properties": {"AuthType": "NONE", "TargetFunctionArn": {"Fn::GetAtt": ["Toy", "Arn"]}}},
        "MayUrl": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunctionUrl", "FunctionName": {"Ref": "Toy"}, "FunctionUrlAuthType": "NONE", "Principal": "*"}}
        """;

    private const string SecondPermission = """
        "MayInvoke": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "Toy"}, "InvokedViaFunctionUrl": true, "Principal": "*"}}
        """;

    private static readonly HttpClient Http = new(new HttpClientHandler { UseCookies = false });

    [Fact]
    public async Task Request_WithQueryAndForm_IsAnEventInPayloadFormat2()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Url, SecondPermission));

        // The toy gives its event back, which has no status code: the event is the body.
        var answer = await Http.PostAsync(new Uri(cloud.FunctionUrl("Toy"), "respond/INC-1?token=a%26b"), new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"));

        var happened = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("2.0", "/respond/INC-1", "token=a%26b", "a&b", "POST", "$default"),
            ((string?)happened["version"], (string?)happened["rawPath"], (string?)happened["rawQueryString"], (string?)happened["queryStringParameters"]!["token"], (string?)happened["requestContext"]!["http"]!["method"], (string?)happened["routeKey"]));
        Assert.Equal(("name=x", true), (Encoding.UTF8.GetString(Convert.FromBase64String((string)happened["body"]!)), (bool)happened["isBase64Encoded"]!));
        Assert.Equal(CloudFixture.Start.ToUnixTimeMilliseconds(), (long)happened["requestContext"]!["timeEpoch"]!);
    }

    [Fact]
    public async Task Request_FunctionFails_Is502()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(more: """, "Environment": {"Variables": {"FAILS_TO_START": "silently"}}"""), Url, SecondPermission));

        Assert.Equal(HttpStatusCode.BadGateway, (await Http.GetAsync(cloud.FunctionUrl("Toy"))).StatusCode);
    }

    [Fact]
    public async Task Request_WithoutTheSecondPermission_IsForbidden()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Url));

        Assert.Equal(HttpStatusCode.Forbidden, (await Http.GetAsync(cloud.FunctionUrl("Toy"))).StatusCode);
    }

    [Fact]
    public async Task Output_WithTheUrl_IsItsAddress()
    {
        var template = Of(Role(), Function(), Url).TrimEnd()[..^1] + """, "Outputs": {"Respond": {"Value": {"Fn::GetAtt": ["Url", "FunctionUrl"]}}}}""";
        await using var cloud = await fixture.WorldAsync(template);

        Assert.Equal(cloud.FunctionUrl("Toy").ToString(), cloud.Outputs["Respond"]);
    }
}
