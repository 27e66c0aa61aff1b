using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>routes</c> and <c>fallback</c>.</summary>
internal static class RouteShapes
{
    private static readonly JsonDocumentOptions PatternOptions = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Shape<IncidentType> Type = Scalars.OneOf(PolicyWords.IncidentTypes);

    /// <summary>A pattern over the facts of a signal.</summary>
    public static Shape<EventPattern> Pattern { get; } = new("an EventBridge pattern", value =>
    {
        try
        {
            using var pattern = JsonDocument.Parse(value.Json, PatternOptions);
            var parsed = EventPattern.Parse(pattern.RootElement);
            KnownFacts.Check(pattern.RootElement, value);
            return parsed;
        }
        catch (EventPatternException refused)
        {
            // The pattern's root, $, is this value.
            value.Faults.Add(value.Position, value.Path + refused.Path.TrimStart('$'), refused.Message[refused.Path.Length..].Trim(':', ' ', '.'));
            return null!;
        }
    });

    private static readonly Shape<IReadOnlyList<Route>> List = Shape.List("a list of routes", Shape.Object("an object with name, when, type and severity", members => new Route(
        members.Required("name", Scalars.Text("a name of up to 80 characters", 80)),
        members.Required("when", Pattern),
        members.Required("type", Type),
        members.Required("severity", SeverityShapes.Level))));

    public static Shape<IReadOnlyList<Route>> Routes { get; } = List with
    {
        Read = value =>
        {
            RefuseReservedNames(value);
            RefuseRepeatedNames(value);
            return List.Read(value);
        },
    };

    public static Shape<Fallback> Fallback { get; } = Shape.Object("an object with type and severity", members => new Fallback(
        members.Required("type", Type),
        members.Required("severity", SeverityShapes.Level)));

    /// <summary>Names that are shown as reasons: each must be its own.</summary>
    public static void RefuseRepeatedNames(PolicyValue rows)
    {
        var firstWith = new Dictionary<string, PolicyValue>();
        foreach (var row in rows.Elements)
        {
            if (row.Member("name") is { Text.Length: > 0 } name && !firstWith.TryAdd(name.Text, row))
            {
                name.Fault($"{name.Quoted} is also the name of {firstWith[name.Text].Path}; names are shown as the reason, so each must be its own");
            }
        }
    }

    private static void RefuseReservedNames(PolicyValue routes)
    {
        foreach (var name in routes.Elements.Select(route => route.Member("name")).OfType<PolicyValue>())
        {
            if (ReservedRouteNames.WhyTaken(name.Text) is { } why)
            {
                name.Fault($"\"{name.Text}\" {why}; choose another name");
            }
        }
    }
}
