using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>Which groups of alerts a signal belongs to, by the policy's correlation.</summary>
internal static class Grouping
{
    private const int MostGroups = 5;
    private const int LongestName = 300;

    /// <summary>Rules first, in the order of the policy, then tenants; at most five.</summary>
    /// <param name="facts">The source's facts document.</param>
    public static ImmutableArray<SignalGroup> Of(Signal signal, JsonElement facts, Correlation policy)
    {
        var groups = ImmutableArray.CreateBuilder<SignalGroup>();
        foreach (var rule in policy.Rules)
        {
            if (rule.When.Matches(facts))
            {
                Add($"rule:{signal.Account}:{rule.Name}", $"policy says that they belong together ({rule.Name})", rule.Within);
            }
        }

        if (policy.SameTypeAndTenant > TimeSpan.Zero)
        {
            foreach (var tenant in signal.Tenants)
            {
                Add($"tenant:{signal.Account}:{signal.Type}:{tenant}", $"it is of the same type and tenant ({PlainText.Line(tenant, Limits.Name)})", policy.SameTypeAndTenant);
            }
        }

        return groups.ToImmutable();

        void Add(string name, string because, TimeSpan within)
        {
            if (groups.Count < MostGroups)
            {
                groups.Add(new SignalGroup(PlainText.Line(name, LongestName), because, within));
            }
        }
    }
}
