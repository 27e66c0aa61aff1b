using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.LocalCloud.Faults;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>From now on, once: a function's process dies at one of its outgoing calls.</summary>
/// <param name="Function">Its name, for example <c>RecordIncident</c>.</param>
/// <param name="Call">Which call of an invocation, from 1.</param>
/// <param name="After">Whether the call is still made.</param>
public sealed record KillFunction(string Function, int Call, bool After) : Deed
{
    internal static KillFunction? Read(StoryMembers members)
    {
        var function = members.Text("kill");
        return members.OneOf("before", "after") is { } when ? new KillFunction(function, members.Count(when, 1, least: 1), when == "after") : null;
    }

    internal override Task PerformAsync(Stage stage)
    {
        stage.Tell($"From now on {Function} dies {(After ? "after" : "before")} its call {Call}, once.");
        stage.Cloud.Faults.Add(new Fault
        {
            Function = stage.Suite.FunctionId(Function),
            Call = Call,
            Effect = After ? new FaultEffect.KillAfter() : new FaultEffect.KillBefore(),
        });
        return Task.CompletedTask;
    }
}
