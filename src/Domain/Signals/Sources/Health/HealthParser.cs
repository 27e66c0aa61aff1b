using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Health;

/// <summary>Reads AWS Health's events, in their envelope or bare, of the older form and of that with a status.</summary>
internal static class HealthParser
{
    private const string Global = "global";

    // A public event can name thousands.
    private const int MostEntities = 50;

    /// <summary>Whether it has the shape of an event of AWS Health, readable or not.</summary>
    public static bool Recognises(JsonElement content) => content.Text("detail-type") is { } type
        ? type is HealthEventPattern.Event or HealthEventPattern.Abuse
        : Detail(content) is var detail && detail.Text("eventTypeCode") is not null && detail.Text("eventTypeCategory") is not null;

    /// <summary>Null when it does not say of what type it is.</summary>
    public static HealthFacts? Read(JsonElement content, SnsNotification? sns)
    {
        var detail = Detail(content);
        if (detail.Text("eventTypeCode") is not { Length: > 0 } code)
        {
            return null;
        }

        var arn = detail.Text("eventArn");
        var told = EventTime.First(content.Text("time"), detail.Text("lastUpdatedTime"), sns?.Timestamp, detail.Text("startTime"));
        return new HealthFacts
        {
            Id = arn is { Length: > 0 } ? arn : code,
            TypeCode = code,
            Service = detail.Text("service"),
            Category = detail.Text("eventTypeCategory"),
            Scope = detail.Text("eventScopeCode"),
            Status = detail.Text("statusCode"),
            Description = Description(detail),
            Entities = [.. detail.Items("affectedEntities").Select(entity => entity.Text("entityValue")).Concat(content.Items("resources").Select(resource => resource.Text())).OfType<string>().Take(MostEntities)],
            Begins = EventTime.First(detail.Text("startTime")),
            Ends = EventTime.First(detail.Text("endTime")),
            Account = AwsPlace.Account(detail.Text("affectedAccount"), content.Text("account"), sns?.TopicArn),
            Region = Region(detail.Text("eventRegion"), arn, content.Text("region"), sns?.TopicArn),
            OccurredAt = told,
        };
    }

    private static JsonElement Detail(JsonElement content) => content.Object("detail") ?? (content.Text("detail-type") is null ? content : default);

    private static string Region(string? named, string? arn, string? envelope, string? topic) =>
        named == Global || (named is null && arn?.Split(':', 5) is ["arn", _, _, Global, ..])
            ? Global
            : AwsPlace.Region(named, arn, envelope, topic);

    private static string? Description(JsonElement detail)
    {
        var texts = detail.Items("eventDescription").ToList();
        if (detail.Object("eventDescription") is { } only)
        {
            texts.Add(only);
        }

        return texts.OrderByDescending(text => text.Text("language")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true)
            .Select(text => text.Text("latestDescription"))
            .FirstOrDefault(text => text is { Length: > 0 });
    }
}
