namespace IncidentServerless.Cli.Backtest;

/// <summary>One event of a file.</summary>
/// <param name="Name">The file from the given path on, with slashes; an event of a <c>.jsonl</c> file with several has <c>#</c> and its line's number after it, one of a list its number.</param>
/// <param name="Body">Null when the file cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null when it can.</param>
internal sealed record EventFile(string Name, string? Body, string? Fault);

/// <summary>Finds event files.</summary>
internal static class EventFiles
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>The events under the paths: paths in the order given, files in ordinal order.</summary>
    /// <param name="paths">Files, or folders to search for <c>*.json</c> and <c>*.jsonl</c>.</param>
    /// <exception cref="RefusedException">A path does not exist.</exception>
    public static IReadOnlyList<EventFile> Find(IEnumerable<string> paths) => [.. paths.SelectMany(FilesOf).SelectMany(file => Read(file.Path, file.Name))];

    private static IEnumerable<(string Path, string Name)> FilesOf(string path)
    {
        if (File.Exists(path))
        {
            return [(path, Path.GetFileName(path))];
        }

        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", Everywhere)
                .Where(IsEventFile)
                .Select(file => (Path: file, Name: Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
            : throw new RefusedException($"There is no file or folder {path}.");
    }

    private static bool IsEventFile(string file) => Path.GetExtension(file).ToLowerInvariant() is ".json" or ".jsonl";

    private static IEnumerable<EventFile> Read(string path, string name)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new EventFile(name, null, fault.Message)];
        }

        if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            return Named(name, EventValues.In(text));
        }

        var lines = text.Split('\n').Index().Where(line => line.Item.Trim().Length > 0).ToList();
        return lines is [var only] ? [new EventFile(name, only.Item, null)] : lines.Select(line => new EventFile($"{name}#{line.Index + 1}", line.Item, null));
    }

    private static IEnumerable<EventFile> Named(string name, IReadOnlyList<string> events) =>
        events is [var only] ? [new EventFile(name, only, null)] : events.Select((body, index) => new EventFile($"{name}#{index + 1}", body, null));
}
