using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>A queue's settings, with SQS's defaults.</summary>
/// <param name="VisibilityTimeout">How long a received message is hidden from other readers.</param>
/// <param name="Delay">How long a new message is hidden.</param>
/// <param name="Retention">After this a message is gone.</param>
/// <param name="DeadLetterArn">Where messages go that were received <paramref name="MaximumReceives"/> times; null for nowhere.</param>
public sealed record QueueSettings(TimeSpan VisibilityTimeout, TimeSpan Delay, TimeSpan Retention, string? DeadLetterArn, int MaximumReceives)
{
    internal static QueueSettings Read(JsonObject properties)
    {
        // CloudFormation takes the policy as an object, the API as a text.
        var redrive = properties["RedrivePolicy"] is JsonValue text ? JsonNode.Parse((string)text!)! : properties["RedrivePolicy"];
        return new(
            TimeSpan.FromSeconds(properties.Number("VisibilityTimeout") ?? 30),
            TimeSpan.FromSeconds(properties.Number("DelaySeconds") ?? 0),
            TimeSpan.FromSeconds(properties.Number("MessageRetentionPeriod") ?? 345_600),
            redrive.Text("deadLetterTargetArn"),
            redrive.Number("maxReceiveCount") ?? 10);
    }
}
