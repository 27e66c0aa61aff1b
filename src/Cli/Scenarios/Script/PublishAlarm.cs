using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Alarms;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>CloudWatch publishes an alarm's change to the alarm topic; or somebody publishes any text there.</summary>
/// <param name="Change">Null when <paramref name="Text"/> is given.</param>
public sealed record PublishAlarm(AlarmChange? Change, string? Text) : Deed
{
    internal static PublishAlarm? Read(StoryMembers members)
    {
        if (members.OptionalObject("sns") is { } given && given.ContainsKey("text"))
        {
            return members.OptionalObject("sns", inner => new PublishAlarm(null, inner.Text("text")));
        }

        return members.OptionalObject("sns", AlarmChange.Read) is { } change ? new PublishAlarm(change, null) : null;
    }

    internal override Task PerformAsync(Stage stage)
    {
        var identity = stage.Cloud.Stack.Identity;
        var message = Change is { } change
            ? new JsonObject
            {
                ["Subject"] = AlarmNotification.Subject(change),
                ["Message"] = AlarmNotification.Body(change, stage.Now + change.Occurred, identity.Account, identity.Region).ToJsonString(),
            }
            : new JsonObject { ["Message"] = Text };
        message["TopicArn"] = stage.Suite.AlarmTopicArn;
        return stage.CallAsync("sns", "Publish", message);
    }
}
