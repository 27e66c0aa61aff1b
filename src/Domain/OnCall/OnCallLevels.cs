using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.OnCall;

/// <summary>Whom a level of an escalation means at a moment.</summary>
public static class OnCallLevels
{
    private const int Half = (Limits.Name / 2) - 1;

    /// <summary>The level with whoever is on call among its people, and named: <c>On-call engineer, Bo Berg</c>. As it is when it names no schedule.</summary>
    public static EscalationLevel At(EscalationLevel level, IncidentPolicy policy, DateTimeOffset moment)
    {
        if (level.OnCall is not { } name)
        {
            return level;
        }

        return policy.OnCall[name].At(moment)?.Person is { } person
            ? level with { Notify = Named(level.Notify, policy.People[person].Name), People = level.People.Contains(person) ? level.People : [.. level.People, person] }
            : level with { Notify = Named(level.Notify, "with nobody on call") };
    }

    // Messages show so much of a name; who is on call is what they must not lose.
    private static string Named(string notify, string who) =>
        notify.Length + who.Length + 2 <= Limits.Name ? $"{notify}, {who}" : $"{PlainText.Line(notify, Half)}, {PlainText.Line(who, Half)}";
}
