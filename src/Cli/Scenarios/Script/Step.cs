using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>Something that somebody or something outside does to the suite.</summary>
public abstract record Deed
{
    /// <summary>Does it now, in virtual time, and tells the story what was done.</summary>
    /// <exception cref="StoryException">It cannot be done as the script says.</exception>
    internal abstract Task PerformAsync(Stage stage);
}

/// <summary>A deed and its time, from the story's start.</summary>
public sealed record Step(TimeSpan At, Deed Deed)
{
    private static readonly Dictionary<string, Func<StoryMembers, Deed?>> Deeds = new()
    {
        ["event"] = PutEvents.Read,
        ["sns"] = PublishMessage.Read,
        ["log"] = WriteLogs.Read,
        ["report"] = SendReport.Read,
        ["pagerDuty"] = SendWebhook.Read,
        ["slack"] = UseSlack.Read,
        ["webhook"] = AskByWebhook.Read,
        ["respond"] = Respond.Read,
        ["call"] = CallAws.Read,
        ["tick"] = Tick.Read,
        ["fault"] = InjectFault.Read,
        ["clear"] = ClearFaults.Read,
        ["kill"] = KillFunction.Read,
    };

    internal static Step? Read(StoryMembers members)
    {
        var at = members.Time("at");
        return members.OneOf([.. Deeds.Keys]) is { } kind && Deeds[kind](members) is { } deed ? new Step(at, deed) : null;
    }
}
