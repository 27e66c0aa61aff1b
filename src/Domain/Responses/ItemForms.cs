using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>The follow-up items, and the forms by which a person adds, assigns and ticks them off.</summary>
internal static class ItemForms
{
    private const int Shown = 6;
    private const int LongestLine = 500;

    public static string Of(ResponseView view)
    {
        var mayChange = ResponseRights.Allows(view.Claims.Scope, ResponseAction.AddItem);
        var items = view.Incident.Items;
        if (items.IsEmpty && !mayChange)
        {
            return "";
        }

        var forms = new StringBuilder("<h2>Follow-up</h2>\n");
        var open = items.Where(item => item.DoneAt is null).ToList();
        foreach (var item in open.Take(Shown))
        {
            forms.Append($"<p><bdi>{HtmlText.Escape(CommunicationText.Item(item), LongestLine)}</bdi></p>\n").Append(mayChange ? Open(view, item) : "");
        }

        if (open.Count > Shown)
        {
            forms.Append($"<p class=\"hint\">{Times.Count(open.Count - Shown, "more open item")}; they come up here when others are done.</p>\n");
        }

        if (items.Length > open.Count)
        {
            forms.Append($"<p class=\"hint\">{Times.Count(items.Length - open.Count, "item")} done.</p>\n");
        }

        return mayChange ? forms.Append(Add(view)).ToString() : forms.ToString();
    }

    private static string Open(ResponseView view, FollowUpItem item) => $"""
        <details>
        <summary>Tick off, or assign</summary>
        <form method="post">
        {ResponseForms.Hidden(view, ResponseAction.FinishItem, item.Id)}<button>It is done</button>
        </form>
        <form method="post">
        {ResponseForms.Hidden(view, ResponseAction.AssignItem, item.Id)}{OwnerAndDue(item.Id)}<button>Assign</button>
        </form>
        </details>

        """;

    private static string Add(ResponseView view) => $"""
        <details>
        <summary>Add a follow-up item</summary>
        <form method="post">
        {ResponseForms.Hidden(view, ResponseAction.AddItem)}<label for="item-text">What is to be done, so that it does not come back?</label>
        <input id="item-text" name="{ResponseForm.TextField}" maxlength="{FollowUpItem.LongestText}" required>
        {OwnerAndDue("item")}<button>Add the item</button>
        </form>
        </details>

        """;

    private static string OwnerAndDue(string id) => $"""
        <label for="{id}-owner">Owner</label>
        <input id="{id}-owner" name="{ResponseForm.OwnerField}" maxlength="{Limits.Name}">
        <label for="{id}-due">Due</label>
        <input id="{id}-due" name="{ResponseForm.DueField}" type="date">

        """;
}
