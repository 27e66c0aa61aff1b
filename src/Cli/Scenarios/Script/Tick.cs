using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>A schedule's time has come. Schedules tick only where a scenario says so.</summary>
/// <param name="Rule">A part of the scheduled rule's name in the template, for example <c>Reconcile</c>.</param>
public sealed record Tick(string Rule) : Deed
{
    internal static Tick? Read(StoryMembers members) => new(members.Text("tick"));

    internal override Task PerformAsync(Stage stage) => stage.Cloud.TickAsync(stage.Suite.ScheduledRule(Rule));
}
