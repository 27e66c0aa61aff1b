using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Expectations;

internal static class ExpectationReader
{
    private static readonly Dictionary<string, Func<StoryMembers, Expectation?>> Kinds = new()
    {
        ["sent"] = MessagesSent.Read,
        ["incident"] = StoredIncidents.Read,
        ["timeline"] = TimelineTells.Read,
        ["disposition"] = Dispositions.Read,
        ["calls"] = AccountCalls.Read,
        ["trouble"] = Troubles.Read,
    };

    public static Expectation? Read(StoryMembers members) =>
        members.OneOf([.. Kinds.Keys]) is { } kind ? Kinds[kind](members) : null;
}
