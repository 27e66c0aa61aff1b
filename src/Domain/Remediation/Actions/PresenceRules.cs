namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Actions whose target says in one word whether they are in place.</summary>
internal static class PresenceRules
{
    /// <summary>Deactivated, denied or blocked.</summary>
    private const string Done = "done";

    private const string Missing = "missing";

    public static bool IsInPlace(StatusState state) => state.Status == Done;

    public static string? Refusal(StatusState state, string missing, string done) => state.Status switch
    {
        Done => done,
        Missing => missing,
        null => "it could not be told how its target is",
        _ => null,
    };

    /// <summary>It contains, and ends nothing: what was done before stays for people to look into.</summary>
    public static Judgement Judge(StatusMeasured status, string contained, string reverted) => status.Status switch
    {
        Done or Missing => new(Verdict.Delivered, contained),
        null => new(Verdict.Unclear, "It is not known whether it is still in place."),
        _ => new(Verdict.NoEffect, reverted),
    };
}
