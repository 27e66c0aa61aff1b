namespace IncidentServerless.Architecture.Tests;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    private const string Solution = "IncidentServerless.sln";

    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "cdk.out", ".git"];

    internal static string Root { get; } = FindRoot();

    internal static IReadOnlyList<Project> Projects { get; } =
        [.. Files("", "*.csproj").Select(file => Project.Read(Relative(file), File.ReadAllText(file)))];

    /// <summary>The projects that the solution lists, as paths from the root.</summary>
    internal static IReadOnlySet<string> InSolution { get; } = File.ReadLines(Path.Combine(Root, Solution))
        .SelectMany(line => line.Split('"'))
        .Where(part => part.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(part => part.Replace('\\', '/'))
        .ToHashSet();

    /// <summary>Files below a folder, without what builds and tools put there.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern) => FilesBelow(Path.Combine(Root, folder), pattern);

    internal static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static IEnumerable<string> FilesBelow(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => FilesBelow(inner, pattern)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds {Solution}. Run the tests from a build inside the repository.");
    }
}
