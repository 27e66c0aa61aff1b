using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>A scenario that was played.</summary>
/// <param name="Lines">The story, in the order of its time.</param>
/// <param name="Failures">What was expected and what was seen instead; empty when every expectation held.</param>
/// <param name="Executions">Of all workflows, as they stood when the story ended.</param>
internal sealed record PlayedStory(Scenario Scenario, Outcome Outcome, IReadOnlyList<StoryLine> Lines, IReadOnlyList<string> Failures, IReadOnlyList<ExecutionRecord> Executions)
{
    /// <summary>What the roles' policies allowed in it, and whether it was asked for.</summary>
    public ILookup<bool, Grant> Grants { get; init; } = Array.Empty<Grant>().ToLookup(_ => false);

    /// <summary>State transitions of all workflows, as Step Functions bills them.</summary>
    public int Transitions => Executions.Sum(execution => execution.StateTransitions);

    public bool Succeeded => Failures.Count == 0;
}
