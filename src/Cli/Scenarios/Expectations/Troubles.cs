using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>So many things went wrong inside the suite, as the story meant them to. Trouble that no such expectation describes is a failure of its own.</summary>
/// <param name="Description">As <see cref="InWords"/> tells it; may hold <c>*</c>.</param>
public sealed record Troubles(string Description, int Count) : Expectation
{
    internal static Troubles? Read(StoryMembers members) => new(members.Text("trouble"), members.Count("count", 1));

    internal bool Describes(Observation observation) => InWords(observation) is { } words && StoryText.Fits(Description, words);

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var seen = outcome.Observations.Count(Describes);
        return seen == Count ? [] : [$"Expected the trouble '{Description}' {Count} time(s); saw it {seen} time(s)."];
    }

    /// <summary>What went wrong, in a sentence; null when nothing did.</summary>
    internal static string? InWords(Observation observation) => observation switch
    {
        FunctionFailed failed => $"{failed.Function} failed: {failed.ErrorType}: {failed.Message}",
        MessageDeadLettered dead => $"{dead.Source} gave up a message, which went to {dead.Queue}.",
        EventDropped dropped => $"The rule {dropped.Rule} lost an event for {dropped.TargetArn}: {dropped.Reason}",
        AccessDenied denied => $"{denied.Role} may not {denied.Action} on {denied.Resource}.",
        ExecutionEnded { Status: not "SUCCEEDED" } ended => $"{ended.StateMachine} ended {ended.Status}{Because(ended.Error)}{Because(ended.Cause)}",
        _ => null,
    };

    private static string Because(string? why) => string.IsNullOrEmpty(why) ? "" : $": {why}";
}
