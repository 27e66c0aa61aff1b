using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>EventBridge's default bus.</summary>
public sealed class EventsService : IAwsService
{
    private readonly StackIdentity identity;
    private readonly ICloudClock clock;
    private readonly ObservationLog observations;
    private readonly CloudIds ids;
    private readonly TargetDelivery delivery;
    private readonly List<EventRule> rules = [];

    internal EventsService(StackIdentity identity, ICloudClock clock, ObservationLog observations, CloudIds ids, TargetDelivery delivery)
    {
        this.identity = identity;
        this.clock = clock;
        this.observations = observations;
        this.ids = ids;
        this.delivery = delivery;
    }

    public string Name => "events";

    /// <summary>The logical ids of the rules, in the template's order.</summary>
    public IReadOnlyList<string> Rules => [.. rules.Select(rule => rule.LogicalId)];

    public Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation) => call.Operation switch
    {
        "PutEvents" => PutEventsAsync(call.Input, call.Caller),
        _ => throw AwsError.NotEmulated(call),
    };

    /// <summary>Puts a whole event on the bus, as AWS's own services do. What an envelope always has and this one lacks (version, id, time, account, region, resources) is filled in.</summary>
    /// <returns>The event's id.</returns>
    public async Task<string> PutAsync(JsonObject envelope)
    {
        var complete = new JsonObject
        {
            ["version"] = "0",
            ["id"] = ids.Next("event"),
            ["detail-type"] = "",
            ["source"] = "",
            ["account"] = identity.Account,
            ["time"] = clock.UtcNow.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["region"] = identity.Region,
            ["resources"] = new JsonArray(),
            ["detail"] = new JsonObject(),
        };
        foreach (var (name, value) in envelope)
            complete[name] = value?.DeepClone();
        var text = complete.Compact();
        var matching = rules.Where(rule => rule.Pattern?.Matches(text) == true).ToList();
        observations.Add(new EventReceived(complete, [.. matching.Select(rule => rule.LogicalId)]));
        foreach (var rule in matching)
            await DeliverAsync(rule, complete);
        return complete["id"]!.ToString();
    }

    public IReadOnlyDictionary<string, TimeSpan> Schedules => rules.Where(rule => rule.Every is not null).ToDictionary(rule => rule.Name, rule => rule.Every!.Value);

    /// <summary>Makes a scheduled rule fire now.</summary>
    /// <param name="rule">Its name or logical id.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public async Task TickAsync(string rule)
    {
        var found = rules.FirstOrDefault(candidate => candidate.Name == rule || candidate.LogicalId == rule)
            ?? throw new ArgumentException($"There is no rule '{rule}'; there are {string.Join(", ", rules.Select(candidate => candidate.LogicalId))}.");
        observations.Add(new ScheduleTicked(found.LogicalId));
        await DeliverAsync(found, new JsonObject
        {
            ["version"] = "0",
            ["id"] = ids.Next("event"),
            ["detail-type"] = "Scheduled Event",
            ["source"] = "aws.events",
            ["account"] = identity.Account,
            ["time"] = clock.UtcNow.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
            ["region"] = identity.Region,
            ["resources"] = new JsonArray(found.Arn),
            ["detail"] = new JsonObject(),
        });
    }

    internal void Add(EventRule rule) => rules.Add(rule);

    private async Task DeliverAsync(EventRule rule, JsonObject envelope)
    {
        foreach (var target in rule.Targets)
            await delivery.DeliverAsync(rule, target, target.PayloadOf(envelope, rule));
    }

    private async Task<JsonObject> PutEventsAsync(JsonObject input, Caller caller)
    {
        var entries = input.List("Entries").ToList();
        if (entries.Count is < 1 or > 10)
            throw new AwsError("ValidationException", $"1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and 10, but has {entries.Count}.");
        var results = new JsonArray();
        foreach (var entry in entries)
            results.Add((JsonNode)(Fault(entry, caller) is { } fault
                ? new JsonObject { ["ErrorCode"] = fault.Code, ["ErrorMessage"] = fault.Message }
                : new JsonObject { ["EventId"] = await PutAsync(Envelope(entry)) }));
        return new() { ["Entries"] = results, ["FailedEntryCount"] = results.Count(result => result!["ErrorCode"] is not null) };
    }

    private static JsonObject Envelope(JsonNode entry)
    {
        var envelope = new JsonObject
        {
            ["detail-type"] = entry.Text("DetailType"),
            ["source"] = entry.Text("Source"),
            ["resources"] = entry["Resources"]?.DeepClone() ?? new JsonArray(),
            ["detail"] = Detail(entry),
        };
        if (entry["Time"] is JsonValue time)
            envelope["time"] = Time(time);
        return envelope;
    }

    private static JsonObject? Detail(JsonNode entry) =>
        (entry["Detail"] is JsonObject already ? already.DeepClone() : JsonText.TryParse(entry.Text("Detail") ?? "")) as JsonObject;

    private static string Time(JsonValue time) =>
        (time.GetValueKind() == JsonValueKind.Number
            ? DateTimeOffset.UnixEpoch.AddSeconds((double)time)
            : DateTimeOffset.Parse((string)time!, System.Globalization.CultureInfo.InvariantCulture))
        .UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    private static (string Code, string Message)? Fault(JsonNode entry, Caller caller) =>
        entry.Text("EventBusName") is { } bus && bus != "default" && !bus.EndsWith(":event-bus/default", StringComparison.Ordinal) ? ("ResourceNotFoundException", $"Event bus {bus.Split('/')[^1]} does not exist.")
        : string.IsNullOrEmpty(entry.Text("Source")) ? ("InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument.")
        : string.IsNullOrEmpty(entry.Text("DetailType")) ? ("InvalidArgument", "Parameter DetailType is not valid. Reason: DetailType is a required argument.")
        : entry["Detail"] is null ? ("InvalidArgument", "Parameter Detail is not valid. Reason: Detail is a required argument.")
        : Detail(entry) is null ? ("MalformedDetail", "Detail is malformed.")
        : caller.RoleArn is not null && entry.Text("Source")!.StartsWith("aws.", StringComparison.Ordinal) ? ("NotAuthorizedForSourceException", "Not authorized for the source.")
        : null;
}
