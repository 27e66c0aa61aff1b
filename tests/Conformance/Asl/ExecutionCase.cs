using System.Text.Json.Nodes;

namespace IncidentServerless.Conformance.Asl;

/// <summary>One recorded execution: what ran, what its tasks were answered, and what came of it.</summary>
internal sealed class ExecutionCase(JsonObject json)
{
    internal string Name => (string)json["name"]!;

    internal string Machine => (string)json["stateMachine"]!["name"]!;

    internal string Execution => (string)json["executionName"]!;

    internal JsonNode Definition => json["definition"]!;

    internal JsonNode? Input => json["input"];

    /// <summary>Definitions of the other state machines, by ARN.</summary>
    internal IEnumerable<(string Arn, JsonNode Definition)> Others =>
        json["otherStateMachines"]?.AsObject().Select(other => (other.Key, other.Value!)) ?? [];

    /// <summary>Whether somebody stopped the execution.</summary>
    internal bool WasStopped => (string)Expected["status"]! == "ABORTED";

    internal JsonObject Expected => json["expected"]!.AsObject();

    internal JsonArray History => Expected["history"]!.AsArray();

    internal IReadOnlyList<JsonObject> Mocks => [.. json["mocks"]!.AsArray().Select(mock => mock!.AsObject())];

    internal IReadOnlySet<string> Wildcards => json["wildcards"]!.AsArray().Select(item => (string)item!).ToHashSet();

    /// <summary>Whether ids were recorded inside of a Parallel, too.</summary>
    internal bool IsExact => (string)json["historyOrder"]! == "exact";

    internal bool ReadsItems => json["features"]!.AsArray().Any(feature => (string)feature! == "ItemReader");

    /// <summary>How many recordings of a folder are of another kind.</summary>
    internal static int Others(string folder) => Directory.EnumerateFiles(folder, "*.json").Count(file => (string)JsonNode.Parse(File.ReadAllText(file))!["kind"]! != "execution");

    /// <summary>The recorded executions of a folder, by name.</summary>
    internal static IEnumerable<ExecutionCase> Read(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
        let json = JsonNode.Parse(File.ReadAllText(file))!.AsObject()
        where (string)json["kind"]! == "execution"
        select new ExecutionCase(json);
}
