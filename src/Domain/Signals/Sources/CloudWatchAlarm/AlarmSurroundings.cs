using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>What stands around the alarm itself and helps where the alarm does not say it.</summary>
internal sealed record AlarmSurroundings(string? Account, string? Region, string? Arn, string? Time, SnsNotification? Sns)
{
    public string KnownAccount => AwsPlace.Account(Account, Arn, Sns?.TopicArn);

    public string KnownRegion => AwsPlace.Region(Region, Arn, Sns?.TopicArn);

    public DateTimeOffset? OccurredAt(string? stateTime) => EventTime.First(stateTime, Time, Sns?.Timestamp);
}
