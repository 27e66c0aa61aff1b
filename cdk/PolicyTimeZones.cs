using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk;

/// <summary>The time zones that a policy's schedules name, for the functions, which have no database of them.</summary>
internal static class PolicyTimeZones
{
    /// <summary>Writes <see cref="TimeZoneFile"/> into the folder of the policy that the functions read; a policy without schedules has none.</summary>
    public static void WriteInto(string folder, IncidentPolicy policy)
    {
        var file = Path.Combine(folder, TimeZoneFile.Name);
        if (policy.OnCall.Count > 0)
        {
            File.WriteAllText(file, TimeZoneFile.Print(policy.OnCall.Values.Select(schedule => schedule.Zone)));
        }
        else
        {
            File.Delete(file);
        }
    }
}
