using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.Logs;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

/// <summary>What a subscription sends of these lines, a second apart.</summary>
internal static class Payloads
{
    public const string Region = "eu-west-1";

    private static readonly DateTimeOffset First = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    public static string Of(params IEnumerable<string> lines) => In("/ecs/checkout", lines);

    public static string In(string group, params IEnumerable<string> lines) => new JsonObject
    {
        ["messageType"] = "DATA_MESSAGE",
        ["owner"] = "123456789012",
        ["logGroup"] = group,
        ["logStream"] = "task/7f8a",
        ["subscriptionFilters"] = new JsonArray("incidents"),
        ["logEvents"] = new JsonArray([.. lines.Select((line, index) => new JsonObject
        {
            ["id"] = $"{index:D56}",
            ["timestamp"] = First.AddSeconds(index).ToUnixTimeMilliseconds(),
            ["message"] = line,
        })]),
    }.ToJsonString();

    public static ImmutableArray<Classification> Classify(string body) => LogClassifier.Classify(body, Region, SampleFolder.Policy, SampleFolder.ReceivedAt);

    public static Signal[] Signals(params IEnumerable<string> lines) => [.. Classify(Of(lines)).OfType<Classification.Signalled>().Select(given => given.Signal)];
}
