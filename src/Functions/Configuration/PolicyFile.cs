using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Functions.Configuration;

/// <summary>The policy that ships beside the binary, and beside it the time zones that it names, where it has schedules.</summary>
internal static class PolicyFile
{
    public const string Name = "incident-policy.json";

    /// <exception cref="IncidentServerless.Domain.Policy.PolicyException">The file has faults; the message names all of them.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static IncidentPolicy Read(IReadOnlyDictionary<string, string> environment)
    {
        var folder = environment.GetValueOrDefault("LAMBDA_TASK_ROOT", AppContext.BaseDirectory);
        var path = Path.Combine(folder, Name);
        var zones = Path.Combine(folder, TimeZoneFile.Name);
        return File.Exists(path)
            ? PolicyReader.Read(File.ReadAllText(path), File.Exists(zones) ? TimeZoneFile.Parse(File.ReadAllText(zones)) : null)
            : throw new FileNotFoundException($"There is no policy at {path}. It ships beside the function's binary.", path);
    }
}
