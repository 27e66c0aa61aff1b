using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Alarms;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>Something is published to a topic that takes signals: an alarm's change by CloudWatch, or any text by anybody.</summary>
/// <param name="Change">Null when <paramref name="Text"/> is given.</param>
/// <param name="Subject">Of the text; null for none. An alarm has CloudWatch's own.</param>
public sealed record PublishMessage(SignalTopic Topic, AlarmChange? Change, string? Subject, string? Text) : Deed
{
    internal static PublishMessage? Read(StoryMembers members)
    {
        var isText = members.OptionalObject("sns")?.ContainsKey("text") == true;
        return members.OptionalObject<PublishMessage>("sns", isText ? ReadText : ReadAlarm);
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
        if (Subject is not null)
        {
            message["Subject"] = Subject;
        }

        message["TopicArn"] = stage.Suite.TopicArn(Topic);
        return stage.CallAsync("sns", "Publish", message);
    }

    private static PublishMessage ReadText(StoryMembers members) => new(ReadTopic(members), null, members.OptionalText("subject"), members.Text("text"));

    private static PublishMessage ReadAlarm(StoryMembers members) => new(ReadTopic(members), AlarmChange.Read(members), null, null);

    private static SignalTopic ReadTopic(StoryMembers members)
    {
        var name = members.OptionalText("topic") ?? SignalTopic.Alarms.Name;
        if (SignalTopic.All.FirstOrDefault(topic => topic.Name == name) is { } known)
        {
            return known;
        }

        members.Fault("topic", $"expected one of {string.Join(", ", SignalTopic.All.Select(topic => topic.Name))}, found \"{name}\".");
        return SignalTopic.Alarms;
    }
}
