namespace IncidentServerless.Scenarios.Tests.Binary;

/// <summary>What Lambda needs of the native bootstrap. Amazon Linux 2023 carries glibc 2.34.</summary>
public sealed class BinaryTests
{
    // As AWS counts them in its quotas for Lambda.
    private const int Megabyte = 1_000_000;

    private static readonly Version Glibc = new(2, 34);

    [BinaryFact]
    public void Bootstrap_Size_IsAtMost12Megabytes() => Assert.InRange(new FileInfo(DeployedBinary.Path!).Length, 1_000_000, 12 * Megabyte);

    [BinaryFact]
    public void Bootstrap_Machine_IsX64() => Assert.True(ElfFile.Read(DeployedBinary.Path!).IsForX64);

    [BinaryFact]
    public void Bootstrap_NeededGlibc_IsAmazonLinuxs()
    {
        var needed = ElfFile.Read(DeployedBinary.Path!).NeededVersions().ToList();

        Assert.Contains("GLIBC_2.2.5", needed);
        Assert.All(
            needed.Where(version => version.StartsWith("GLIBC_", StringComparison.Ordinal)),
            version => Assert.True(Version.Parse(version["GLIBC_".Length..]) <= Glibc, $"{version} is newer than Lambda's glibc {Glibc}."));
    }

    [BinaryFact]
    public async Task Bootstrap_AwsBehindTls_IsReached()
    {
        await using var aws = await TlsEndpoint.StartAsync();

        var answer = await ClassifyAsync(aws, aws.CertificateFile);

        Assert.StartsWith("DynamoDB_20120810.", await aws.FirstTargetAsync(), StringComparison.Ordinal);
        Assert.Contains("m1", answer, StringComparison.Ordinal);
    }

    [BinaryFact]
    public async Task Bootstrap_AwsWithACertificateThatNobodyTrusts_IsToldNothing()
    {
        await using var aws = await TlsEndpoint.StartAsync();
        await using var another = await TlsEndpoint.StartAsync();

        var answer = await ClassifyAsync(aws, another.CertificateFile);

        Assert.Contains("m1", answer, StringComparison.Ordinal);
        Assert.False(aws.WasTold);
    }

    [BinaryFact]
    public async Task Bootstrap_AwsWithACertificateOfAnotherName_IsToldNothing()
    {
        await using var aws = await TlsEndpoint.StartAsync("elsewhere.example");

        var answer = await ClassifyAsync(aws, aws.CertificateFile);

        Assert.Contains("m1", answer, StringComparison.Ordinal);
        Assert.False(aws.WasTold);
    }

    private static async Task<string> ClassifyAsync(TlsEndpoint aws, string trusted)
    {
        await using var lambda = new OneEvent("""{"Records":[{"messageId":"m1","eventSourceARN":"arn:aws:sqs:eu-west-1:111122223333:q","body":"no event"}]}""");
        return await lambda.HandAsync(DeployedBinary.Path!, "ClassifyAlarm", new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = aws.Url,
            ["SSL_CERT_FILE"] = trusted,
            ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(Cli.Preparation.BuiltParts.Policy)!,
        });
    }
}
