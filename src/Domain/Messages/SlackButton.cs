using System.Globalization;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Responses;

namespace IncidentServerless.Domain.Messages;

/// <summary>A button that does something, and what Slack sends back when somebody presses it.</summary>
/// <param name="Seen">The version of the incident that the message told of.</param>
/// <param name="About">The action of a runbook that is decided about; null for everything else.</param>
public sealed record SlackButton(ResponseAction Action, string IncidentId, int Seen, string? About = null)
{
    private const string Prefix = "incident-";

    /// <summary>Names the button within its message.</summary>
    public string Id => $"{Prefix}{ResponseActions.Word(Action)}{(About is null ? "" : $"-{About}")}";

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{ResponseActions.Word(Action)} {IncidentId} {Seen}{(About is null ? "" : $" {About}")}");

    /// <summary>Null for any button that only leads somewhere, and for what is none of ours.</summary>
    public static SlackButton? Read(string? id, string? value) =>
        id?.StartsWith(Prefix, StringComparison.Ordinal) == true && value?.Split(' ') is [var word, var incident, var seen, .. var rest]
        && ResponseActions.Parse(word) is { } action && Incidents.IncidentId.StartOf(incident) == incident
        && int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1 && rest.Length <= 1
            ? new SlackButton(action, incident, version, rest is [var about] ? about : null)
            : null;

    /// <param name="question">What is asked before it is done; null when it is done at once.</param>
    /// <param name="style"><c>primary</c>, <c>danger</c>, or null.</param>
    public JsonObject Element(string label, string? question = null, string? style = null)
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = Id, ["text"] = SlackElements.Plain(label, SlackElements.LabelLimit), ["value"] = Value };
        if (style is not null)
        {
            button["style"] = style;
        }

        if (question is not null)
        {
            button["confirm"] = new JsonObject
            {
                ["title"] = SlackElements.Plain("Are you sure?", SlackElements.LabelLimit),
                ["text"] = SlackElements.Plain(question, SlackElements.QuestionLimit),
                ["confirm"] = SlackElements.Plain("Yes", SlackElements.AnswerLimit),
                ["deny"] = SlackElements.Plain("No", SlackElements.AnswerLimit),
            };
        }

        return button;
    }

    /// <summary>What is to be decided about a runbook's action.</summary>
    public static JsonObject Decision(ResponseAction decision, Incident incident, ActionRecord record) => new SlackButton(decision, incident.Id, incident.Version, record.Id).Element(
        $"{ActionText.Capital(ResponseActions.Word(decision))}: {ActionText.Deed(record.Action)}", ActionText.Plan(record.Action, record.Risk, record.Because), decision == ResponseAction.Approve ? "primary" : null);

    /// <summary>What anybody may want to do about an active incident.</summary>
    public static IEnumerable<JsonObject> Of(Incident incident)
    {
        if (!incident.IsActive)
        {
            yield break;
        }

        yield return new SlackButton(ResponseAction.Acknowledge, incident.Id, incident.Version).Element("Acknowledge", style: "primary");
        yield return new SlackButton(ResponseAction.Escalate, incident.Id, incident.Version).Element("Escalate", "The next level is told at once.");
        yield return new SlackButton(ResponseAction.Resolve, incident.Id, incident.Version).Element("Resolve", "The incident is over, and nobody is paged for it any more.");
    }
}
