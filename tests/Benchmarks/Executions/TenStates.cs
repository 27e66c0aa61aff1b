using System.Text.Json.Nodes;

namespace IncidentServerless.Benchmarks.Executions;

/// <summary>A workflow of ten states, five times a Choice after a Pass; every execution goes through all of them.</summary>
internal static class TenStates
{
    private const int Pairs = 5;

    public static JsonObject Definition { get; } = new()
    {
        ["QueryLanguage"] = "JSONata",
        ["StartAt"] = "Is it 0?",
        ["States"] = new JsonObject(Enumerable.Range(0, Pairs).SelectMany(Pair)),
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Pair(int step)
    {
        yield return new($"Is it {step}?", new JsonObject
        {
            ["Type"] = "Choice",
            ["Choices"] = new JsonArray(new JsonObject { ["Condition"] = $"{{% $states.input.step = {step} %}}", ["Next"] = $"Count {step}" }),
        });
        var count = new JsonObject
        {
            ["Type"] = "Pass",
            ["Output"] = new JsonObject { ["step"] = "{% $states.input.step + 1 %}", ["name"] = "{% $states.input.name %}" },
        };
        if (step + 1 < Pairs)
        {
            count["Next"] = $"Is it {step + 1}?";
        }
        else
        {
            count["End"] = true;
        }

        yield return new($"Count {step}", count);
    }
}
