using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>A rule of the default bus.</summary>
/// <param name="Pattern">Null for a schedule.</param>
internal sealed record EventRule(string Name, string LogicalId, string Arn, EventPattern? Pattern, IReadOnlyList<EventTarget> Targets)
{
    public static EventRule Read(StackResource resource)
    {
        var properties = resource.Properties;
        if (properties.Text("EventBusName") is { } bus && bus != "default" && !bus.EndsWith("event-bus/default", StringComparison.Ordinal))
            throw new TemplateException($"The rule '{resource.LogicalId}' is on the bus '{bus}'; the local cloud has the default bus only.");
        EventPattern? pattern = null;
        try
        {
            if (properties["EventPattern"] is { } json)
                pattern = EventPattern.Parse(json.Compact());
        }
        catch (EventPatternException fault)
        {
            throw new TemplateException($"The rule '{resource.LogicalId}' has a pattern that EventBridge refuses: {fault.Message}");
        }
        return new(resource.PhysicalName, resource.LogicalId, resource.Arn, properties.Text("State") == "DISABLED" ? null : pattern,
            [.. properties.List("Targets").Select(EventTarget.Read)]);
    }
}

/// <param name="Input">A constant that replaces the event, or null.</param>
/// <param name="InputPath">The part of the event that replaces it, or null.</param>
/// <param name="DeadLetterArn">Where an event goes that the target cannot take, or null.</param>
internal sealed record EventTarget(string Id, string Arn, string? Input, string? InputPath, InputTransformer? Transformer, string? DeadLetterArn)
{
    public static EventTarget Read(JsonNode target) => new(
        target.Text("Id") ?? "",
        target.Text("Arn") ?? throw new TemplateException("A rule's target has no Arn."),
        target.Text("Input"),
        target.Text("InputPath"),
        target.Object("InputTransformer") is { Count: > 0 } transformer ? InputTransformer.Read(transformer) : null,
        target.Object("DeadLetterConfig").Text("Arn"));

    /// <summary>What the target is given of an event.</summary>
    public string PayloadOf(JsonObject envelope, EventRule rule) =>
        Input ?? (InputPath is { } path ? EventPath.Select(envelope, path)?.Compact() ?? "null" : Transformer?.Apply(envelope, rule) ?? envelope.Compact());
}
