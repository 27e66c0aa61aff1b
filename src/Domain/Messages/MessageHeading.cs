using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Messages;

/// <summary>What a message about an incident is headed with: how bad it is, what the message is for, what is wrong.</summary>
public static class MessageHeading
{
    /// <summary>For channels with room: <c>[SEV1] Taken: checkout is down</c>.</summary>
    public static string Of(Incident incident, string label) => $"{Start(incident, label)}{PageFacts.Title(incident)}";

    /// <summary>For SNS: the same with the incident's number, ASCII, at most <see cref="SnsPage.SubjectLimit"/> characters; a title that is too long is cut.</summary>
    public static string Subject(Incident incident, string label)
    {
        var (start, end) = (Start(incident, label), AsciiText.Line($"({incident.Id})", Limits.Name));
        return $"{start}{AsciiText.Line(PageFacts.Title(incident), SnsPage.SubjectLimit - start.Length - end.Length - 1)} {end}";
    }

    private static string Start(Incident incident, string label) => $"{DrillText.Mark(incident)}[{Words.Of(incident.Severity)}] {label}: ";
}
