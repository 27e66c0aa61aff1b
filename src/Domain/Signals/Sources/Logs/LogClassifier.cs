using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>Lines of applications' logs, from a subscription (runbook 2: error patterns, failed auth attempts). Logs never say that it is over: people, or a runbook, end it.</summary>
public static class LogClassifier
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "application-logs";

    private const int HashLength = 32;
    private const int LongestTenant = 120;
    private const int MostTenants = 20;

    /// <summary>Never throws. At least one: a signal for each kind and pattern of lines, at most 21; or the one reason why there is none.</summary>
    /// <param name="body">What the subscription sent, unpacked or not.</param>
    /// <param name="region">Where the subscription is; a payload does not say it.</param>
    /// <param name="receivedAt">When it was taken in; stands in where lines have no time, or one more than five minutes after it.</param>
    public static ImmutableArray<Classification> Classify(string body, string region, IncidentPolicy policy, DateTimeOffset receivedAt)
    {
        if (JsonBody.Parse(body) is not { ValueKind: JsonValueKind.Object } content || LogPayloadParser.Read(content) is not { } payload)
        {
            return [new Classification.Unparsed(Source, Hash([body]), SignalText.Title("Log lines"), "It is no payload of a log subscription: it has no messageType and logGroup, packed or not.")];
        }

        var title = SignalText.Title($"Log lines of {PlainText.Line(payload.Group, 160)}");
        if (payload.IsControl)
        {
            return [new Classification.Ignored(Source, Hash([body]), title, "CloudWatch Logs only tried whether somebody listens.")];
        }

        var place = new Place(AwsPlace.Region(region), policy, receivedAt);
        var groups = LineGroup.Of(payload);
        return groups.IsEmpty
            ? [new Classification.Ignored(Source, Hash([body]), title, $"{(payload.Events.Length == 1 ? "Its only line does not tell" : $"None of its {payload.Events.Length} lines tells")} of an error or of a failed authentication.")]
            : [.. groups.Select(group => Judge(payload, group, place))];
    }

    private static Classification Judge(LogPayload payload, LineGroup group, Place place)
    {
        var facts = new LogFacts(payload.Account, place.Region, payload.Group, group.Kind, group.Lines.Length, group.Pattern);
        var known = LogFactsDocument.Of(facts);
        var route = RouteChoice.Of(place.Policy, known);
        var part = $"{group.Kind.Name()}/{group.Fingerprint}";
        var signal = new Signal
        {
            Source = Source,
            EventId = $"{Hash(group.Lines.Select(line => line.Event.Id ?? $"{line.Event.At:O} {line.Event.Message}").Prepend($"{payload.Group} {payload.Stream}"))}/{part}",
            Status = SignalStatus.Firing,
            Type = route.Type,
            Severity = route.Severity,
            Route = route.Name,
            DedupKey = new DedupKey(Source, facts.Account, facts.Region, facts.Group, part).ToString(),
            Title = LogText.Title(facts),
            Reason = LogText.Reason(facts, group),
            OccurredAt = SignalTime.Of(group.Lines[^1].Event.At, place.ReceivedAt),
            Account = facts.Account,
            Region = facts.Region,
            Resources = SignalText.Resources([$"logGroup={facts.Group}", payload.Stream is { } stream ? $"logStream={LogMask.Of(stream)}" : null]),
            Tenants = SignalText.Lines(group.Lines.SelectMany(line => line.Tenants), LongestTenant, MostTenants),
        };
        return Silencing.Judge(signal, known, place.Policy);
    }

    /// <summary>The same for every delivery of the same.</summary>
    private static string Hash(IEnumerable<string> texts) =>
        $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..HashLength]}";

    private sealed record Place(string Region, IncidentPolicy Policy, DateTimeOffset ReceivedAt);
}
