using System.Text;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>The mail to customers that waits for a person: its text, and the forms by which an approver decides about it.</summary>
internal static class MailForms
{
    public static string Of(ResponseView view)
    {
        var forms = new StringBuilder();
        foreach (var mail in view.Incident.Mails)
        {
            if (view.Mail is { } policy && CustomerMailRules.IsForAPerson(view.Incident, mail))
            {
                forms.Append($"""
                    <h2>Mail to customers</h2>
                    <p>{HtmlText.Escape(Standing(mail))}</p>
                    <details>
                    <summary>Read it</summary>
                    <p><bdi>{HtmlText.Escape(CustomerMailText.Subject(view.Incident, mail.Kind, policy))}</bdi></p>
                    <p style="white-space:pre-line"><bdi>{HtmlText.Escape(CustomerMailText.Body(view.Incident, mail.Kind, policy, null, view.ReportFollows), 1500)}</bdi></p>
                    </details>
                    {(view.MayDecide ? Forms(view, mail) : "<p class=\"hint\">Only the personal link of an approver can decide about it.</p>")}

                    """);
            }
        }

        return forms.ToString();
    }

    private static string Standing(CustomerMail mail)
    {
        var tenants = Words.List(mail.Left);
        return mail.Status switch
        {
            MailStatus.InDoubt => $"Nobody knows whether {CommunicationText.Mail(mail.Kind)} was sent to {tenants}. Ask one of them before you send it again.",
            MailStatus.Failed => $"{ActionText.Capital(CommunicationText.Mail(mail.Kind))} was not taken for {tenants}; the timeline says why. It can be sent again to them.",
            _ => $"{ActionText.Capital(CommunicationText.Mail(mail.Kind))} waits for an approver. It goes to {tenants}.",
        };
    }

    private static string Forms(ResponseView view, CustomerMail mail) => $"""
        <form method="post" class="first">
        {ResponseForms.Hidden(view, ResponseAction.SendMail, ResponseForm.Word(mail.Kind))}<label for="mail-{ResponseForm.Word(mail.Kind)}">Add a paragraph (optional)</label>
        <textarea id="mail-{ResponseForm.Word(mail.Kind)}" name="{ResponseForm.TextField}" maxlength="{Limits.Note}"></textarea>
        <button>Send it to {HtmlText.Escape(Words.List(mail.Left), 300)}</button>
        </form>
        <form method="post">
        {ResponseForms.Hidden(view, ResponseAction.DropMail, ResponseForm.Word(mail.Kind))}<button>Do not send it</button>
        </form>
        """;
}
