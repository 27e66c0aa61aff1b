using System.Reflection;

namespace IncidentServerless.Cli.Preparation;

/// <summary>Where the build put what this executable starts as processes, and the repository it belongs to. Written into the assembly by Cli.csproj.</summary>
internal static class BuiltParts
{
    private static readonly Dictionary<string, string> Metadata = typeof(BuiltParts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(attribute => attribute.Value is not null)
        .GroupBy(attribute => attribute.Key)
        .ToDictionary(group => group.Key, group => group.First().Value!);

    public static string RepositoryRoot => Existing("RepositoryRoot", Directory.Exists);

    /// <summary>The functions' assembly, <c>bootstrap.dll</c>.</summary>
    public static string Functions => Existing("BuiltPart:bootstrap", File.Exists);

    /// <summary>The CDK app's assembly.</summary>
    public static string Cdk => Existing("BuiltPart:IncidentServerless.Cdk", File.Exists);

    /// <summary>The policy that deploys.</summary>
    public static string Policy => Path.Combine(RepositoryRoot, "cdk", "incident-policy.json");

    private static string Existing(string key, Func<string, bool> exists)
    {
        var path = Metadata.GetValueOrDefault(key) ?? throw new RefusedException($"This build of incident does not know {key}: build it with `dotnet build src/Cli`.");
        return exists(path) ? path : throw new RefusedException($"{path} is gone since incident was built: build it again with `dotnet build src/Cli`.");
    }
}
