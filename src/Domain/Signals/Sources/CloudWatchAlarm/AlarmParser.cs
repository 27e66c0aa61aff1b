using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>
/// Reads the shapes that a change of an alarm's state comes in: EventBridge events, SNS notifications, Lambda alarm actions, and the bare
/// detail of an EventBridge event.
/// </summary>
internal static class AlarmParser
{
    private const string StateChange = "CloudWatch Alarm State Change";
    private const string ContributorStateChange = "CloudWatch Alarm Contributor State Change";
    private const string ConfigurationChange = "CloudWatch Alarm Configuration Change";

    /// <summary>Whether it has the shape of an alarm, readable or not.</summary>
    public static bool Recognises(JsonElement content) => content.Text("detail-type") is { } type
        ? IsAlarmEvent(content.Text("source"), type)
        : content.Object("alarmData") is not null || IsPublishedAlarm(content) || IsBareDetail(content);

    public static AlarmReading Read(CarriedEvent carried)
    {
        if (carried.Sns is { IsHandshake: true } handshake)
        {
            return new AlarmReading.NoAlarm($"SNS {handshake.Type}", handshake.HandshakeInsteadOf("an alarm"));
        }

        return carried.Content switch
        {
            null => new AlarmReading.Unreadable(null, $"It is not JSON; it begins: {Shown(carried.Text)}"),
            { ValueKind: JsonValueKind.Object } content => ReadObject(content, carried.Sns),
            _ => new AlarmReading.Unreadable(null, "It is JSON, but no object, and an alarm is one."),
        };
    }

    private static AlarmReading ReadObject(JsonElement content, SnsNotification? sns)
    {
        if (content.Text("detail-type") is { } type)
        {
            return ReadEvent(content, type, sns);
        }

        if (content.Object("alarmData") is { } action)
        {
            return AlarmDetail.Read(action, new AlarmSurroundings(content.Text("accountId"), content.Text("region"), content.Text("alarmArn"), content.Text("time"), sns));
        }

        if (IsPublishedAlarm(content))
        {
            return SnsAlarm.Read(content, sns);
        }

        if (IsBareDetail(content))
        {
            return AlarmDetail.Read(content, new AlarmSurroundings(null, null, null, null, sns));
        }

        var members = string.Join(", ", content.EnumerateObject().Take(5).Select(member => member.Name));
        return new AlarmReading.Unreadable(null, "It has none of the members by which an alarm is known (detail-type, alarmData, AlarmName); "
            + $"it has: {Shown(members)}.");
    }

    private static AlarmReading ReadEvent(JsonElement content, string type, SnsNotification? sns)
    {
        var source = content.Text("source") ?? "a source without a name";
        if (!IsAlarmEvent(source, type))
        {
            var what = PlainText.Line($"{type} from {source}", 160);
            return new AlarmReading.NoAlarm(what, $"not a CloudWatch alarm: {what}");
        }

        if (content.Object("detail") is not { } detail)
        {
            return new AlarmReading.Unreadable(null, "The event has no detail, which is where EventBridge puts the alarm.");
        }

        if (type == ConfigurationChange)
        {
            var what = $"{detail.Text("alarmName") ?? "An alarm"}: configuration change ({detail.Text("operation") ?? "which is not said"})";
            return new AlarmReading.NoAlarm(what, "An alarm's configuration was changed; its state was not.");
        }

        var arn = content.Items("resources").Select(resource => resource.Text()).FirstOrDefault(resource => resource is not null && AlarmArn.NameIn(resource) is not null);
        return AlarmDetail.Read(detail, new AlarmSurroundings(content.Text("account"), content.Text("region"), arn, content.Text("time"), sns));
    }

    private static bool IsAlarmEvent(string? source, string type) => source == "aws.cloudwatch" && type is (StateChange or ContributorStateChange or ConfigurationChange);

    private static bool IsPublishedAlarm(JsonElement content) => content.Text("AlarmName") is not null || content.Text("NewStateValue") is not null;

    private static bool IsBareDetail(JsonElement content) => content.Text("alarmName") is not null && content.Object("state") is not null;

    private static string Shown(string text) => PlainText.Line(text, 80) is { Length: > 0 } start ? start : "(nothing)";
}
