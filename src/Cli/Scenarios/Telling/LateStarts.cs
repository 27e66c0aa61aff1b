using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>Workflows that start later than what called for them. Those that start at once go without saying.</summary>
internal static class LateStarts
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    public static IEnumerable<StoryLine> Of(Outcome outcome)
    {
        var calls = outcome.Incidents.SelectMany(record => record.Timeline)
            .Where(happened => happened is IncidentOpened or IncidentReopened or LifecycleRevived)
            .Select(happened => happened.At)
            .ToList();
        return outcome.Observations.OfType<ExecutionStarted>()
            .Where(started => started.StateMachine.EndsWith(WorkflowDefinitions.Lifecycle.Name, StringComparison.Ordinal))
            .Where(started => !calls.Exists(call => (started.At - call).Duration() < AtOnce))
            .Select(started => new StoryLine(started.At, StoryOrder.Decision, LineKind.Timeline, $"The workflows of {IncidentId.StartOf(NameOf(started.ExecutionArn))} start."));
    }

    private static string NameOf(string executionArn) => executionArn[(executionArn.LastIndexOf(':') + 1)..];
}
