using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>Everything that was broken works again.</summary>
public sealed record ClearFaults : Deed
{
    internal static ClearFaults? Read(StoryMembers members)
    {
        if (members.Text("clear") is not "faults" and var other)
        {
            members.Fault("clear", $"expected \"faults\", found \"{other}\".");
        }

        return new ClearFaults();
    }

    internal override Task PerformAsync(Stage stage)
    {
        stage.Tell("Everything that was broken works again.");
        stage.Cloud.Faults.Clear();
        foreach (var host in stage.Cloud.Sinks.Hosts)
        {
            stage.Cloud.Sinks.Fault(host, null);
        }

        return Task.CompletedTask;
    }
}
