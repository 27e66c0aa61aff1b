using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Scenarios.Tests.Preparation;

public sealed class NpmPackagesTests : IDisposable
{
    private const string Lock = """
        { "packages": {
            "": { "name": "root" },
            "node_modules/jsonata": { "version": "2.0.6", "integrity": "sha512-a" },
            "node_modules/aws-cdk": { "version": "2.1.0", "integrity": "sha512-b", "dev": true } } }
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void AreInstalled_AsTheLockSays_IsTrueWithoutThoseOfDevelopers()
    {
        Install("2.0.6", "sha512-a");

        Assert.True(new NpmPackages(folder.Path).AreInstalled());
    }

    [Fact]
    public void AreInstalled_ForDevelopersWithoutTheirs_IsFalse()
    {
        Install("2.0.6", "sha512-a");

        Assert.False(new NpmPackages(folder.Path, forDevelopers: true).AreInstalled());
    }

    [Theory]
    [InlineData("2.0.5", "sha512-a")]
    [InlineData("2.0.6", "sha512-other")]
    public void AreInstalled_OtherContent_IsFalse(string version, string integrity)
    {
        Install(version, integrity);

        Assert.False(new NpmPackages(folder.Path).AreInstalled());
    }

    [Fact]
    public void AreInstalled_PackageWasDeleted_IsFalse()
    {
        Install("2.0.6", "sha512-a");
        Directory.Delete(Path.Combine(folder.Path, "node_modules", "jsonata"), recursive: true);

        Assert.False(new NpmPackages(folder.Path).AreInstalled());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ cut")]
    public void AreInstalled_NoReadableRecord_IsFalse(string? record)
    {
        Install("2.0.6", "sha512-a");
        File.Delete(Path.Combine(folder.Path, "node_modules", ".package-lock.json"));
        if (record is not null)
        {
            folder.Write("node_modules/.package-lock.json", record);
        }

        Assert.False(new NpmPackages(folder.Path).AreInstalled());
    }

    public void Dispose() => folder.Dispose();

    private void Install(string version, string integrity)
    {
        folder.Write("package-lock.json", Lock);
        folder.Write("node_modules/.package-lock.json", $$"""{ "packages": { "node_modules/jsonata": { "version": "{{version}}", "integrity": "{{integrity}}" } } }""");
        folder.Write("node_modules/jsonata/package.json", "{}");
    }
}
