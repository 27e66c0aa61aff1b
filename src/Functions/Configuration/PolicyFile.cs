using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Functions.Configuration;

/// <summary>The policy that ships beside the binary.</summary>
internal static class PolicyFile
{
    public const string Name = "incident-policy.json";

    /// <exception cref="IncidentServerless.Domain.Policy.PolicyException">The file has faults; the message names all of them.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static IncidentPolicy Read(IReadOnlyDictionary<string, string> environment)
    {
        var path = Path.Combine(environment.GetValueOrDefault("LAMBDA_TASK_ROOT", AppContext.BaseDirectory), Name);
        return File.Exists(path)
            ? PolicyReader.Read(File.ReadAllText(path))
            : throw new FileNotFoundException($"There is no policy at {path}. It ships beside the function's binary.", path);
    }
}
