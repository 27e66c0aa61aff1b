using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios;

/// <summary>The stories that ship with <c>incident</c>, and those in files of one's own.</summary>
public static class StoryFiles
{
    private const string Extension = ".json";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "stories");

    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    // Beside the story itself, or one that ships.
    private static string? Text(string folder, string other) =>
        new[] { folder, Folder }.Select(place => Path.Combine(place, Path.GetFileName(other) + Extension)).Where(File.Exists).Select(File.ReadAllText).FirstOrDefault();

    public static IReadOnlyList<Scenario> All() => [.. Names.Select(Find)];

    /// <param name="nameOrPath">A name, or the path of a <c>.json</c> file.</param>
    /// <exception cref="RefusedException">There is no such scenario, or it has faults.</exception>
    public static Scenario Find(string nameOrPath)
    {
        var shipped = Path.Combine(Folder, nameOrPath + Extension);
        var file = File.Exists(shipped) ? shipped
            : nameOrPath.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && File.Exists(nameOrPath) ? nameOrPath
            : throw new RefusedException($"There is no scenario '{nameOrPath}'; there are {string.Join(", ", Names)}.");
        try
        {
            return ScenarioReader.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), other => Text(Path.GetDirectoryName(file)!, other));
        }
        catch (ScenarioException faults)
        {
            throw new RefusedException(faults.Message);
        }
    }
}
