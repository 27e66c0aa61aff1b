using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Script;

namespace IncidentServerless.Cli.Scenarios.Reading;

/// <summary>Reads a scenario: JSON with comments and trailing commas.</summary>
public static class ScenarioReader
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <param name="name">The scenario's name; messages call the file so too.</param>
    /// <param name="others">The text of the story that <c>like</c> names; null when there is none.</param>
    /// <exception cref="ScenarioException">Something is wrong; it names everything that is.</exception>
    public static Scenario Read(string name, string text, Func<string, string?>? others = null)
    {
        List<StoryFault> faults = [];
        var scenario = Parse(text, faults) is { } file ? StoryMembers.Read(Begun(file, others, faults), "", faults, members => Read(name, members)) : null;
        return faults.Count == 0 && scenario is not null ? scenario : throw new ScenarioException($"{name}.json", faults);
    }

    /// <summary>A story that is like another begins as that one: with its start, policy and account, over which its own are patched.</summary>
    private static JsonObject Begun(JsonObject file, Func<string, string?>? others, List<StoryFault> faults)
    {
        if (file["like"] is not JsonValue like || !like.TryGetValue<string>(out var other))
        {
            return file;
        }

        if (others?.Invoke(other) is not { } text || Parse(text, faults) is not { } before)
        {
            faults.Add(new StoryFault("like", $"there is no story '{other}'."));
            return file;
        }

        foreach (var member in new[] { "start", "policy", "account" })
        {
            if (MergePatch.Apply(before[member]?.DeepClone(), file[member]?.DeepClone() ?? before[member]?.DeepClone()) is { } merged)
            {
                file[member] = merged;
            }
        }

        return file;
    }

    private static Scenario Read(string name, StoryMembers members)
    {
        members.OptionalText("like");
        var scenario = new Scenario(
            name,
            members.Text("title"),
            members.Moment("start"),
            members.OptionalObject("policy"),
            members.OptionalObject("account") ?? [],
            members.Objects("script", Step.Read),
            members.Time("until"),
            members.Objects("expect", ExpectationReader.Read));
        var times = scenario.Script.Select(step => step.At).Append(scenario.Until).ToList();
        foreach (var (before, after) in times.Zip(times.Skip(1)).Where(pair => pair.First > pair.Second))
        {
            members.Fault("script", $"{StoryTime.Print(before)} comes before {StoryTime.Print(after)}; the steps, and until after them, go in the order of time.");
        }

        if (!scenario.Expectations.Any(expectation => expectation is Dispositions))
        {
            members.Fault("expect", "says nothing of the dispositions: every scenario states how many events became what, with { \"disposition\": { … } }.");
        }

        return scenario;
    }

    private static JsonObject? Parse(string text, List<StoryFault> faults)
    {
        try
        {
            if (JsonNode.Parse(text, documentOptions: WithComments) is JsonObject file)
            {
                return file;
            }

            faults.Add(new StoryFault("the file", "expected an object."));
        }
        catch (JsonException fault)
        {
            faults.Add(new StoryFault("the file", $"is no JSON: {fault.Message}"));
        }

        return null;
    }
}
