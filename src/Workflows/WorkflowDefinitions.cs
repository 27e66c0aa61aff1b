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
    public static WorkflowDefinition Paging(OptionalChannels configured) => For(configured, WorkflowNames.Paging);

    /// <summary>Input <c>{incidentId, generation, part}</c>; named by <see cref="ExecutionNames.StatusUpdates"/>.</summary>
    /// <inheritdoc cref="Paging"/>
    public static WorkflowDefinition StatusUpdates(OptionalChannels configured) => For(configured, WorkflowNames.StatusUpdates);

    /// <summary>Input <c>{incidentId, generation, part}</c>; named by <see cref="ExecutionNames.PostIncident"/>.</summary>
    /// <inheritdoc cref="Paging"/>
    public static WorkflowDefinition PostIncident(OptionalChannels configured) => For(configured, WorkflowNames.PostIncident);

    /// <summary>Input: see Domain's <c>RunbookInput</c>. Started by the lifecycle under <see cref="ExecutionNames.Runbook"/>, or by hand under any name.</summary>
    /// <param name="runbook">One of <see cref="Runbooks"/>.</param>
    /// <param name="actions">The kinds of action that policy lets it do, of <see cref="ActionsOf"/>. A kind that is not among them is absent, not skipped.</param>
    public static WorkflowDefinition Runbook(string runbook, IReadOnlyCollection<string> actions)
    {
        var machine = new RunbookComposition(runbook, resource => JsonNode.Parse(ReadText(resource))!.AsObject()).Compose(actions);
        return new WorkflowDefinition(WorkflowNames.Runbook(runbook), Print(machine).Replace("\"RUNBOOK\"", $"\"{runbook}\"", StringComparison.Ordinal));
    }

    /// <summary>The runbooks that have a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Runbooks { get; } =
        [.. Resources.Select(parts => parts[1]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The kinds of action that a runbook's folder holds, in ordinal order.</summary>
    public static IReadOnlyList<string> ActionsOf(string runbook) =>
    [
        .. Resources.Where(parts => parts[1] == runbook && parts[2] != "gather.asl.json")
            .Select(parts => parts[2].Replace(".asl.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string[]> Resources =>
        typeof(WorkflowDefinitions).Assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/').Split('/')).Where(parts => parts is ["runbooks", _, _]);

    private static WorkflowDefinition For(OptionalChannels configured, string name)
    {
        var whole = Read(name);
        string[] missing =
        [
            .. configured.HasFlag(OptionalChannels.PagerDuty) ? (string[])[] : [Placeholders.PagerDutyConnection],
            .. configured.HasFlag(OptionalChannels.Slack) ? (string[])[] : [Placeholders.SlackConnection],
            .. configured.HasFlag(OptionalChannels.StatusPage) ? (string[])[] : [Placeholders.StatusPageConnection],
            .. configured.HasFlag(OptionalChannels.Tickets) ? (string[])[] : [Placeholders.TicketSource],
        ];
        var configuredOnly = whole.Needs.Any(missing.Contains) ? whole with { Text = WithoutBranchesThatNeed(missing, whole.Text) } : whole;
        return configured.HasFlag(OptionalChannels.Mail) || !whole.Text.Contains(MailStates[0], StringComparison.Ordinal) ? configuredOnly : configuredOnly with { Text = WithoutStates(MailStates, configuredOnly.Text) };
    }

    /// <summary>What sends mail to customers.</summary>
    private static readonly string[] MailStates =
        ["Record that approvers were asked", "Note that the mail is sent now", "May the mail be sent?", "Send the mail to customers", "Record what became of the mail"];

    /// <summary>Takes states away, and with them the rules of choices that lead there; a choice that has no rule left is passed over.</summary>
    private static string WithoutStates(string[] names, string text)
    {
        var definition = JsonNode.Parse(text)!;
        var states = definition["States"]!.AsObject();
        foreach (var name in names)
        {
            states.Remove(name);
        }

        foreach (var (name, state) in states.ToList())
        {
            (state!["Choices"] as JsonArray)?.RemoveAll(rule => names.Contains(rule!["Next"]!.GetValue<string>()));
            if (state["Choices"] is JsonArray { Count: 0 })
            {
                var instead = state["Default"]!.GetValue<string>();
                states.Remove(name);
                foreach (var (_, other) in states.Where(other => other.Value!["Next"]?.GetValue<string>() == name))
                {
                    other!["Next"] = instead;
                }
            }
        }

        return Print(definition);
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

    private static WorkflowDefinition Read(string name) => new(name, ReadText($"{name}.asl.json"));

    private static string ReadText(string resource)
    {
        using var stream = typeof(WorkflowDefinitions).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
