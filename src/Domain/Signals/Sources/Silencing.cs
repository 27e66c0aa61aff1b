using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Signals.Sources;

/// <summary>What the policy's silences and correlation make of a signal.</summary>
internal static class Silencing
{
    /// <summary>Suppressed while a silence that it falls under holds; a recovery never is, because an open incident should see it.</summary>
    /// <param name="facts">The source's facts document.</param>
    public static Classification Judge(Signal signal, JsonElement facts, IncidentPolicy policy)
    {
        foreach (var silence in policy.Silences)
        {
            if (signal.Status == SignalStatus.Firing && silence.Time.ActiveUntil(signal.OccurredAt) is { } until && silence.When.Matches(facts))
            {
                return new Classification.Suppressed(signal.Source, signal.EventId, signal.Title, $"Silenced until {Times.Moment(until)} by {silence.By} ({silence.Name}): {silence.Why}");
            }
        }

        return new Classification.Signalled(signal with { Groups = Grouping.Of(signal, facts, policy.Correlation) });
    }
}
