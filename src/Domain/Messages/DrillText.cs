using IncidentServerless.Domain.Incidents;

namespace IncidentServerless.Domain.Messages;

/// <summary>What makes a test page plain as one, wherever it is read first.</summary>
public static class DrillText
{
    public const string Sentence = "This is a drill: nothing is broken. Acknowledge it as you would a real one.";

    public const string Over = "This was a drill: nothing is broken.";

    /// <summary>What every heading of a drill begins with; empty for all others.</summary>
    public static string Mark(Incident incident) => incident.IsDrill ? "[DRILL] " : "";
}
