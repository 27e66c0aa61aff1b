namespace IncidentServerless.Architecture.Tests;

public class ProjectFileTests
{
    [Fact]
    public void Versions_OfPackages_AreKeptCentrally() =>
        Assert.Empty(Repository.Projects
            .Where(project => project.Text.Contains("Version=", StringComparison.Ordinal))
            .Select(project => $"{project.Path} names a version: versions belong in Directory.Packages.props."));

    [Theory]
    [InlineData("EventPatterns")]
    [InlineData("Domain")]
    [InlineData("Storage")]
    [InlineData("Functions")]
    public void Impurity_OfWhatDecides_IsBanned(string name) =>
        Assert.True(
            Repository.Projects.Single(project => project.Name == name).BansImpurity,
            $"{name} must say <BanImpurity>true</BanImpurity>: it reads no clock, no randomness and no environment.");

    [Fact]
    public void Solution_ListsEveryProject() =>
        Assert.Empty(Repository.Projects
            .Where(project => !Repository.InSolution.Contains(project.Path))
            .Select(project => $"{project.Path} is missing from the solution: dotnet sln add {project.Path}"));

    [Fact]
    public void Folders_OfSource_HoldAProject() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(Repository.Relative)
            .Where(folder => !Repository.Projects.Any(project => project.Path.StartsWith($"{folder}/", StringComparison.Ordinal)))
            .Select(folder => $"{folder} holds no project: every folder of src belongs to one."));
}
