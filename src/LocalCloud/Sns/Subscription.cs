using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sns;

/// <summary>Who hears of a topic's messages.</summary>
/// <param name="Protocol"><c>sqs</c> and <c>lambda</c> are delivered to; what leaves AWS (<c>email</c>, <c>sms</c>, <c>https</c>) is not, only recorded at the publish.</param>
/// <param name="Endpoint">For example the queue's ARN.</param>
/// <param name="DeadLetterArn">The queue for what cannot be delivered; null for nowhere.</param>
/// <param name="Raw">The message goes alone, without SNS's envelope.</param>
internal sealed record Subscription(string Arn, string Protocol, string Endpoint, bool Raw, EventPattern? Filter, bool FiltersOnBody, string? DeadLetterArn)
{
    /// <exception cref="TemplateException">SNS would refuse the filter policy.</exception>
    public static Subscription Read(string arn, JsonObject properties) => new(
        arn,
        properties.Text("Protocol") ?? "",
        properties.Text("Endpoint") ?? "",
        properties.Flag("RawMessageDelivery"),
        properties.Text("FilterPolicy") is { } policy ? Parse(arn, policy) : null,
        properties.Text("FilterPolicyScope") == "MessageBody",
        (properties["RedrivePolicy"] is JsonValue text ? JsonNode.Parse((string)text!) : properties["RedrivePolicy"]).Text("deadLetterTargetArn"));

    public bool Wants(string message, IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        if (Filter is null)
            return true;
        try
        {
            return Filter.Matches(FiltersOnBody ? message : Attributes(attributes).Compact());
        }
        catch (JsonException)
        {
            // A filter on the body passes no message whose body is not JSON.
            return false;
        }
    }

    private static JsonObject Attributes(IReadOnlyDictionary<string, MessageAttribute> attributes) => new(attributes.Select(attribute =>
        KeyValuePair.Create(attribute.Key, attribute.Value.DataType switch
        {
            "String.Array" or "Number" => JsonNode.Parse(attribute.Value.StringValue ?? "null"),
            _ => attribute.Value.StringValue,
        })));

    private static EventPattern Parse(string arn, string policy)
    {
        try
        {
            return EventPattern.Parse(policy);
        }
        catch (EventPatternException fault)
        {
            throw new TemplateException($"The subscription {arn} has a filter policy that SNS refuses: {fault.Message}");
        }
    }
}
