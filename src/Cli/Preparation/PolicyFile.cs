using IncidentServerless.Domain.Policy;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Cli.Preparation;

/// <summary>The policy that a command judges by.</summary>
internal static class PolicyFile
{
    /// <param name="named">Null for the one that deploys.</param>
    /// <exception cref="RefusedException">It cannot be read, or has faults; the message says which.</exception>
    public static IncidentPolicy Read(string? named)
    {
        var file = named ?? BuiltParts.Policy;
        try
        {
            return PolicyReader.Read(File.ReadAllText(file), TzdbTimeZones.All);
        }
        catch (PolicyException faults)
        {
            throw new RefusedException($"{file} cannot be used as a policy:\n{faults.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The policy {file} cannot be read: {fault.Message}");
        }
    }
}
