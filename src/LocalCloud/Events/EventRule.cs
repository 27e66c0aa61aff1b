using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>A rule of the default bus.</summary>
/// <param name="Pattern">Null for a schedule.</param>
/// <param name="Every">How often a schedule of the form <c>rate(5 minutes)</c> fires; null for a pattern, and for <c>cron</c>.</param>
internal sealed partial record EventRule(string Name, string LogicalId, string Arn, EventPattern? Pattern, TimeSpan? Every, IReadOnlyList<EventTarget> Targets)
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
        return new(resource.PhysicalName, resource.LogicalId, resource.Arn, properties.Text("State") == "DISABLED" ? null : pattern, Rate(properties.Text("ScheduleExpression")),
            [.. properties.List("Targets").Select(EventTarget.Read)]);
    }

    private static TimeSpan? Rate(string? expression) => RateForm().Match(expression ?? "") is { Success: true } rate
        ? int.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture) * rate.Groups[2].Value switch
        {
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        }
        : null;

    [GeneratedRegex(@"^rate\(([0-9]{1,5}) (minute|hour|day)s?\)$")]
    private static partial Regex RateForm();
}

/// <param name="Input">A constant that replaces the event, or null.</param>
/// <param name="InputPath">The part of the event that replaces it, or null.</param>
/// <param name="DeadLetterArn">Where an event goes that the target cannot take, or null.</param>
/// <param name="RoleArn">In whose name a workflow is started, or null.</param>
internal sealed record EventTarget(string Id, string Arn, string? Input, string? InputPath, InputTransformer? Transformer, string? DeadLetterArn, string? RoleArn)
{
    public static EventTarget Read(JsonNode target) => new(
        target.Text("Id") ?? "",
        target.Text("Arn") ?? throw new TemplateException("A rule's target has no Arn."),
        target.Text("Input"),
        target.Text("InputPath"),
        target.Object("InputTransformer") is { Count: > 0 } transformer ? InputTransformer.Read(transformer) : null,
        target.Object("DeadLetterConfig").Text("Arn"),
        target.Text("RoleArn"));

    /// <summary>What the target is given of an event.</summary>
    public string PayloadOf(JsonObject envelope, EventRule rule) =>
        Input ?? (InputPath is { } path ? EventPath.Select(envelope, path)?.Compact() ?? "null" : Transformer?.Apply(envelope, rule) ?? envelope.Compact());
}
