using System.Text;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Responses;

/// <summary>What a runbook plans and did, and the forms by which a person decides about it. A plan is one sentence, its buttons stand below.</summary>
internal static class ActionForms
{
    private const int LongestPlan = 900;

    public static string Of(ResponseView view)
    {
        if (view.Incident.Actions.IsDefaultOrEmpty)
        {
            return "";
        }

        var open = ActionDecisions.Open(view.Incident, view.Remediation, view.Now).ToLookup(each => each.Record.Id, each => each.Decision);
        var forms = new StringBuilder("<h2>What automation plans and did</h2>\n");
        foreach (var record in view.Incident.Actions.Reverse().Take(5))
        {
            forms.Append($"<p><bdi>{HtmlText.Escape(ActionDecisions.Line(record), LongestPlan)}</bdi></p>\n");
            if (view.MayDecide)
            {
                foreach (var decision in open[record.Id])
                {
                    forms.Append(Form(view, decision, record));
                }
            }
            else if (open[record.Id].Any())
            {
                forms.Append("<p class=\"hint\">Only the personal link of an approver can decide about it.</p>\n");
            }
        }

        return forms.ToString();
    }

    private static string Form(ResponseView view, ResponseAction decision, ActionRecord record) => decision switch
    {
        // Folded, so that a thumb does not change production by mistake.
        ResponseAction.Approve => $"""
            <details>
            <summary>Approve it</summary>
            <form method="post">
            {ResponseForms.Hidden(view, decision, record.Id)}<button>Approve: {Deed(record)}</button>
            </form>
            </details>

            """,
        ResponseAction.Refuse => $"""
            <form method="post">
            {ResponseForms.Hidden(view, decision, record.Id)}<button>Refuse: leave it to people</button>
            </form>

            """,
        _ => $"""
            <details>
            <summary>Undo it</summary>
            <form method="post">
            {ResponseForms.Hidden(view, decision, record.Id)}<button>Undo: {Deed(record)}</button>
            </form>
            </details>

            """,
    };

    private static string Deed(ActionRecord record) => HtmlText.Escape(ActionText.Deed(record.Action), 300);
}
