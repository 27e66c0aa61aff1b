using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentServerless.Workflows;

/// <summary>The catalogue of state machines.</summary>
public static class WorkflowDefinitions
{
    /// <summary>Input <c>{incidentId, generation}</c>; named by <see cref="ExecutionNames.Lifecycle"/>.</summary>
    public static WorkflowDefinition Lifecycle { get; } = Read(WorkflowNames.Lifecycle);

    /// <summary>Input <c>{incidentId, generation, part}</c>; named by <see cref="ExecutionNames.Paging"/>.</summary>
    /// <param name="configured">A channel that is not configured has no branch in the definition: it is absent, not skipped.</param>
    public static WorkflowDefinition Paging(OptionalChannels configured)
    {
        var whole = Read(WorkflowNames.Paging);
        string[] missing =
        [
            .. configured.HasFlag(OptionalChannels.PagerDuty) ? (string[])[] : [Placeholders.PagerDutyConnection],
            .. configured.HasFlag(OptionalChannels.Slack) ? (string[])[] : [Placeholders.SlackConnection],
        ];
        return missing is [] ? whole : whole with { Text = WithoutBranchesThatNeed(missing, whole.Text) };
    }

    private static string WithoutBranchesThatNeed(string[] placeholders, string text)
    {
        var definition = JsonNode.Parse(text)!;
        foreach (var state in definition["States"]!.AsObject())
        {
            (state.Value!["Branches"] as JsonArray)?.RemoveAll(branch =>
                placeholders.Any(placeholder => branch!.ToJsonString().Contains($"${{{placeholder}}}", StringComparison.Ordinal)));
        }

        return Print(definition);
    }

    private static string Print(JsonNode definition)
    {
        // Relaxed, so that expressions stay readable in the console.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            definition.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static WorkflowDefinition Read(string name)
    {
        using var stream = typeof(WorkflowDefinitions).Assembly.GetManifestResourceStream($"{name}.asl.json")
            ?? throw new InvalidOperationException($"The assembly lacks {name}.asl.json.");
        using var reader = new StreamReader(stream);
        return new WorkflowDefinition(name, reader.ReadToEnd());
    }
}
