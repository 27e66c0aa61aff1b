using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Iam;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>A scenario that was played.</summary>
/// <param name="Lines">The story, in the order of its time.</param>
/// <param name="Failures">What was expected and what was seen instead; empty when every expectation held.</param>
/// <param name="Transitions">State transitions of all workflows, as Step Functions bills them.</param>
internal sealed record PlayedStory(Scenario Scenario, Outcome Outcome, IReadOnlyList<StoryLine> Lines, IReadOnlyList<string> Failures, int Transitions)
{
    /// <summary>What the roles' policies allowed in it, and whether it was asked for.</summary>
    public ILookup<bool, Grant> Grants { get; init; } = Array.Empty<Grant>().ToLookup(_ => false);

    public bool Succeeded => Failures.Count == 0;
}
