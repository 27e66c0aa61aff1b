namespace IncidentServerless.Cli.Preparation;

/// <summary>Where a run keeps what it need not make again. Inside the repository's ignored build folders, so that a clean checkout has none.</summary>
internal static class BuildCache
{
    public static string Folder => Path.Combine(BuiltParts.RepositoryRoot, "src", "Cli", "obj", "run");
}
