using System.Globalization;
using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Responses;

/// <summary>One POST form for each thing that the link allows. They post to the page's own address, which carries the token.</summary>
internal static class ResponseForms
{
    public static string Of(ResponseView view)
    {
        // What a thumb reaches first is what everybody is asked for.
        var actions = ResponseRights.Of(view.Claims.Scope).Where(action => MakesSense(view, action)).ToLookup(action => action == ResponseAction.Acknowledge);
        var forms = new StringBuilder().AppendJoin("", actions[true].Select(action => Form(view, action))).Append(MailForms.Of(view)).Append(ActionForms.Of(view));
        forms.AppendJoin("", actions[false].Select(action => Form(view, action))).Append(ItemForms.Of(view));
        return $"{forms}<p class=\"hint\">{HtmlText.Escape(WhoYouAre(view.Claims))}</p>\n";
    }

    private static bool MakesSense(ResponseView view, ResponseAction action) => action switch
    {
        ResponseAction.Note => true,
        _ when ResponseActions.IsDecision(action) || ResponseActions.IsAboutItem(action) || ResponseActions.IsAboutMail(action) || action == ResponseAction.AddItem => false,
        ResponseAction.Acknowledge => view.Incident.IsActive && !IsTheirs(view),
        _ => view.Incident.IsActive,
    };

    // A broadcast link does not say who looks at the page.
    private static bool IsTheirs(ResponseView view) =>
        view is { Claims.Scope: LinkScope.Personal, Incident.Acknowledgement.By: { Proven: true } by } && by.Name == view.Claims.DisplayName;

    private static string Form(ResponseView view, ResponseAction action) => action switch
    {
        ResponseAction.Acknowledge when view.Incident.Acknowledgement is { } held => TakeOver(view, held.By),
        ResponseAction.Acknowledge => $"""
            <form method="post" class="first">
            {Hidden(view, action)}{Name(view, action)}<button>Acknowledge: I have it</button>
            <p class="hint">This stops paging. If nothing moves for {Durations.InWords(view.Escalation.AcknowledgementExpires)}, it goes on.</p>
            </form>

            """,
        ResponseAction.Escalate => $"""
            <form method="post">
            {Hidden(view, action)}<button>Ask the next level for help</button>
            <p class="hint">This tells {HtmlText.Escape(NextLevel(view))} now.</p>
            </form>

            """,
        ResponseAction.Resolve => Folded("Resolve", view, action, "What ended it? (optional)", "Resolve the incident", required: false),
        ResponseAction.FalseAlarm => Folded("It was a false alarm", view, action, "Why was it one?", "End it as a false alarm", required: true),
        ResponseAction.Severity => Severity(view),
        ResponseAction.Note => Folded("Add a note", view, action, "Note for the timeline", "Add the note", required: true),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No form for this action."),
    };

    private static string TakeOver(ResponseView view, Actor holder) => $"""
        <details>
        <summary>Take it over</summary>
        <form method="post">
        {Hidden(view, ResponseAction.Acknowledge)}{Name(view, ResponseAction.Acknowledge)}<button>Take over from {HtmlText.Escape(PlainText.Line(holder.Name, Limits.Name))}</button>
        </form>
        </details>

        """;

    // Folded, so that a thumb does not resolve an incident by mistake.
    private static string Folded(string summary, ResponseView view, ResponseAction action, string label, string button, bool required) => $"""
        <details>
        <summary>{summary}</summary>
        <form method="post">
        {Hidden(view, action)}{Name(view, action)}<label for="{ResponseActions.Word(action)}-text">{label}</label>
        <textarea id="{ResponseActions.Word(action)}-text" name="{ResponseForm.TextField}" maxlength="{Limits.Note}"{(required ? " required" : "")}></textarea>
        <button>{button}</button>
        </form>
        </details>

        """;

    private static string Severity(ResponseView view) => $"""
        <details>
        <summary>Change the severity</summary>
        <form method="post">
        {Hidden(view, ResponseAction.Severity)}<label for="severity">It is</label>
        <select id="severity" name="{ResponseForm.SeverityField}">
        {string.Concat(Enum.GetValues<SeverityLevel>().Where(level => level != view.Incident.Severity).Select(level => $"<option>{Words.Of(level)}</option>"))}
        </select>
        <label for="severity-text">Why? (optional)</label>
        <input id="severity-text" name="{ResponseForm.TextField}" maxlength="{Limits.Name}">
        <button>Change the severity</button>
        </form>
        </details>

        """;

    /// <param name="about">The action of a runbook, or the follow-up item, that the form is about; null for any other form.</param>
    public static string Hidden(ResponseView view, ResponseAction action, string? about = null)
    {
        List<Field> fields =
        [
            new(ResponseForm.ActionField, ResponseActions.Word(action)),
            new(ResponseForm.SeenField, view.Incident.Version.ToString(CultureInfo.InvariantCulture)),
            new(ResponseForm.OnceField, ResponseForm.Once(view.Incident.Version, action, about)),
        ];
        if (about is not null)
        {
            fields.Add(new Field(ResponseForm.AboutField, about));
        }

        return string.Concat(fields.Select(field => $"<input type=\"hidden\" name=\"{field.Name}\" value=\"{field.Value}\">\n"));
    }

    private static string Name(ResponseView view, ResponseAction action)
    {
        var id = $"{ResponseActions.Word(action)}-name";
        return view.Claims.Scope == LinkScope.Personal ? "" : $"""
            <label for="{id}">Your name</label>
            <input id="{id}" name="{ResponseForm.NameField}" autocomplete="name" maxlength="{Limits.Name}" required>

            """;
    }

    private static string NextLevel(ResponseView view)
    {
        var levels = view.Escalation.Levels;
        var next = Math.Clamp(view.Incident.Paging.Level, 0, levels.Count - 1);
        return $"level {next + 1} ({PlainText.Line(levels[next].Notify, Limits.Name)})";
    }

    private static string WhoYouAre(LinkClaims claims) => claims.Scope == LinkScope.Personal
        ? $"You act as {claims.DisplayName}: this link was sent to you alone, so do not forward it. It works until {Times.Moment(claims.ExpiresAt)}."
        : $"This link was sent to {claims.DisplayName}. It does not prove who you are, so your name is recorded as not verified. It works until {Times.Moment(claims.ExpiresAt)}.";

    private sealed record Field(string Name, string Value);
}
