namespace IncidentServerless.Domain.Tests.Policy;

/// <summary>Files of the repository that tests hold against the code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "IncidentServerless.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds IncidentServerless.sln."));
}
