using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>What <c>GetQueueAttributes</c> answers.</summary>
internal static class SqsQueueAttributes
{
    public static JsonObject Of(MessageQueue queue, IReadOnlyList<string> wanted)
    {
        var (visible, delayed) = (queue.VisibleCount, queue.DelayedCount);
        var all = new Dictionary<string, string>
        {
            ["QueueArn"] = queue.Arn,
            ["ApproximateNumberOfMessages"] = visible.ToString(),
            ["ApproximateNumberOfMessagesDelayed"] = delayed.ToString(),
            ["ApproximateNumberOfMessagesNotVisible"] = Math.Max(0, queue.Messages.Count - visible - delayed).ToString(),
            ["VisibilityTimeout"] = Seconds(queue.Settings.VisibilityTimeout),
            ["DelaySeconds"] = Seconds(queue.Settings.Delay),
            ["MessageRetentionPeriod"] = Seconds(queue.Settings.Retention),
        };
        if (queue.Settings.DeadLetterArn is { } deadLetterArn)
            all["RedrivePolicy"] = new JsonObject { ["deadLetterTargetArn"] = deadLetterArn, ["maxReceiveCount"] = queue.Settings.MaximumReceives }.Compact();
        var result = new JsonObject();
        foreach (var name in wanted.Contains("All") ? [.. all.Keys] : wanted)
            if (all.TryGetValue(name, out var value))
                result[name] = value;
            else if (!Known.Contains(name))
                throw new AwsError("InvalidAttributeName", $"Unknown Attribute {name}.");
        return result;
    }

    private static readonly HashSet<string> Known =
        ["RedrivePolicy", "RedriveAllowPolicy", "Policy", "KmsMasterKeyId", "SqsManagedSseEnabled", "CreatedTimestamp", "LastModifiedTimestamp", "MaximumMessageSize", "ReceiveMessageWaitTimeSeconds"];

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString();
}
