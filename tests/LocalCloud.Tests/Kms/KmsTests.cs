using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Kms;

/// <summary>Through AWS's own SDK.</summary>
[Collection("cloud")]
public sealed class KmsTests(CloudFixture fixture)
{
    private const string Key = """
        "Key": {"Type": "AWS::KMS::Key", "Properties": {"KeySpec": "HMAC_256", "KeyUsage": "GENERATE_VERIFY_MAC", "KeyPolicy": {}}},
        "Alias": {"Type": "AWS::KMS::Alias", "Properties": {"AliasName": "alias/links", "TargetKeyId": {"Fn::GetAtt": ["Key", "Arn"]}}}
        """;

    [Fact]
    public async Task VerifyMac_OfAMacMadeByAlias_IsValidByArn()
    {
        await using var cloud = await fixture.WorldAsync(Of(Key));
        using var kms = Client(cloud);

        var mac = (await kms.GenerateMacAsync(Generate("alias/links", "text"))).Mac;

        Assert.Equal(32, mac.Length);
        Assert.True((await kms.VerifyMacAsync(Verify(cloud.Stack.Find("AWS::KMS::Key", "Key")!.Arn, "text", mac))).MacValid);
    }

    [Fact]
    public async Task VerifyMac_OfAnotherMessage_IsInvalid()
    {
        await using var cloud = await fixture.WorldAsync(Of(Key));
        using var kms = Client(cloud);
        var mac = (await kms.GenerateMacAsync(Generate("alias/links", "text"))).Mac;

        await Assert.ThrowsAsync<KMSInvalidMacException>(() => kms.VerifyMacAsync(Verify("alias/links", "other", mac)));
    }

    [Fact]
    public async Task GenerateMac_WithAnUnknownAlias_IsNotFound()
    {
        await using var cloud = await fixture.WorldAsync(Of(Key));
        using var kms = Client(cloud);

        var error = await Assert.ThrowsAsync<NotFoundException>(() => kms.GenerateMacAsync(Generate("alias/other", "text")));

        Assert.Equal("Alias arn:aws:kms:eu-west-1:111122223333:alias/other is not found.", error.Message);
    }

    private static GenerateMacRequest Generate(string key, string text) => new() { KeyId = key, MacAlgorithm = MacAlgorithmSpec.HMAC_SHA_256, Message = Bytes(text) };

    private static VerifyMacRequest Verify(string key, string text, MemoryStream mac) => new() { KeyId = key, MacAlgorithm = MacAlgorithmSpec.HMAC_SHA_256, Message = Bytes(text), Mac = mac };

    private static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private static AmazonKeyManagementServiceClient Client(Cloud cloud) => new("operator", "local", new AmazonKeyManagementServiceConfig
    {
        ServiceURL = cloud.Endpoint.ToString(),
        AuthenticationRegion = "eu-west-1",
        MaxErrorRetry = 0,
    });
}
