namespace IncidentServerless.Architecture.Tests;

public class DependencyTests
{
    [Fact]
    public void Projects_OfThisRepository_DependOnlyAsTheTableAllows()
    {
        Assert.NotEmpty(Repository.Projects);
        Assert.Empty(Repository.Projects.SelectMany(DependencyTable.Violations));
    }

    [Theory]
    [InlineData(
        "src/Domain/Domain.csproj",
        """<ProjectReference Include="../Storage/Storage.csproj" />""",
        "src/Domain/Domain.csproj must not compile against Storage: allowed are EventPatterns.")]
    [InlineData(
        "src/Cli/Cli.csproj",
        """<ProjectReference Include="..\Functions\Functions.csproj" />""",
        "src/Cli/Cli.csproj must not compile against Functions: allowed are LocalCloud, Domain, TimeZones, Storage, Workflows.")]
    [InlineData(
        "src/LocalCloud/LocalCloud.csproj",
        """<ProjectReference Include="../Functions/Functions.csproj" ReferenceOutputAssembly="false" />""",
        "src/LocalCloud/LocalCloud.csproj must not have Functions built before it: allowed are none.")]
    [InlineData(
        "src/Domain/Domain.csproj",
        """<AwsPackage Include="Amazon.Lambda.Core" />""",
        "src/Domain/Domain.csproj must not use the AWS package Amazon.Lambda.Core: allowed are none.")]
    [InlineData(
        "src/LocalCloud/LocalCloud.csproj",
        """<PackageReference Include="AWSSDK.DynamoDBv2;AWSSDK.SQS" />""",
        "src/LocalCloud/LocalCloud.csproj must not use the AWS package AWSSDK.SQS: allowed are AWSSDK.DynamoDBv2.")]
    [InlineData(
        "src/EventPatterns/EventPatterns.csproj",
        """<PackageReference Include="NodaTime" />""",
        "src/EventPatterns/EventPatterns.csproj must not use the package NodaTime: allowed are none.")]
    [InlineData(
        "src/StandIns/Amazon.Lambda.Core/Amazon.Lambda.Core.csproj",
        """<PackageReference Include="AWSSDK.S3" />""",
        "src/StandIns/Amazon.Lambda.Core/Amazon.Lambda.Core.csproj must not use the AWS package AWSSDK.S3: allowed are AWSSDK.Core, Amazon.Lambda.Core.")]
    [InlineData(
        "src/Shared/Shared.csproj",
        "",
        "src/Shared/Shared.csproj has no row in the table of dependencies: decide what it may depend on, and add one.")]
    public void Violations_DependencyOutsideTheTable_SayWhatIsAllowed(string path, string item, string sentence) =>
        Assert.Equal([sentence], DependencyTable.Violations(With(path, item)));

    [Theory]
    [InlineData("src/Cli/Cli.csproj", """<ProjectReference Include="../Functions/Functions.csproj" ReferenceOutputAssembly="false" />""")]
    [InlineData("src/Storage/Storage.csproj", """<PackageReference Include="AWSSDK.DynamoDBv2" />""")]
    [InlineData("src/Functions/Functions.csproj", """<AwsPackage Include="AWSSDK.StepFunctions" />""")]
    public void Violations_DependencyInTheTable_AreNone(string path, string item) =>
        Assert.Empty(DependencyTable.Violations(With(path, item)));

    private static Project With(string path, string item) =>
        Project.Read(path, $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{item}</ItemGroup></Project>""");
}
