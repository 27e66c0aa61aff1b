using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Messages;

namespace IncidentServerless.Domain.Paging;

/// <summary>A step as workflows read it. Functions write steps and never read one.</summary>
public sealed class PagingStepConverter : RecordConverter<PagingStep>
{
    private protected override PagingStep Read(Members from) => throw new NotSupportedException("A step is written for workflows, and read by them alone.");

    private protected override void Write(PagingStep value, MemberWriter to)
    {
        to.Value("action", value.Action, DomainJson.Default.PagingAction);
        to.Number("round", value.Round);
        to.Number("level", value.Level);
        if (value.TellPagerDuty is { } tell)
        {
            to.Value("tellPagerDuty", tell, DomainJson.Default.PagerDutyStatus);
        }

        to.Number("informs", value.Informs);
        if (value.Step is { } step)
        {
            to.Value("step", step, DomainJson.Default.AftermathStep);
        }

        to.Text("item", value.Item);
        to.Moment("decidedAt", value.DecidedAt);
        to.Number("version", value.Version);
        to.Inner("wait", value.Wait, IncidentAnswerConverter.Write);
        to.Items("sns", value.Sns, Write);
        to.Items("slack", value.Slack, (message, body) => Body(body, message.Body));
        to.Items("pagerDuty", value.PagerDuty, (message, body) => Body(body, message.Body));
        to.Text("pageStatus", value.PageStatus);
        to.Items("statusPage", value.StatusPage, (call, inner) =>
        {
            inner.Text("incidentId", call.IncidentId);
            inner.Text("pageIncidentId", call.PageIncidentId);
            inner.Flag("ends", call.Ends);
            Body(inner, call.Body);
        });
        to.Text("ticketStatus", value.TicketStatus);
        to.Items("tickets", value.Tickets, (call, inner) =>
        {
            inner.Text("incidentId", call.IncidentId);
            inner.Text("number", call.Number);
            inner.Flag("ends", call.Ends);
            inner.Text("title", call.Title);
            inner.Text("description", call.Description);
            inner.Text("severity", call.Severity);
        });
        if (value.Mail is { } mail)
        {
            to.Value("mail", mail, DomainJson.Default.MailKind);
        }

        to.Items("mails", value.Mails, (message, inner) =>
        {
            inner.Text("tenant", message.Tenant);
            inner.Text("from", message.From);
            inner.Texts("to", message.To);
            inner.Text("subject", message.Subject);
            inner.Text("body", message.Body);
        });
        to.Items("documents", value.Documents, Write);
    }

    private static void Write(SnsMessage message, MemberWriter to)
    {
        to.Text("recipient", message.Recipient);
        to.Text("topicArn", message.TopicArn);
        to.Text("subject", message.Subject);
        to.Text("message", SubscriberMessage.PerProtocol(message));
        to.Inner("attributes", message.Attributes, (attributes, members) =>
        {
            foreach (var (name, attribute) in attributes)
            {
                members.Inner(name, attribute, (each, inner) =>
                {
                    inner.Text("DataType", each.DataType);
                    inner.Text("StringValue", each.StringValue);
                });
            }
        });
    }

    private static void Write(DocumentDraft document, MemberWriter to)
    {
        to.Text("key", document.Key);
        to.Text("contentType", document.ContentType);
        to.Text("body", document.Body);
    }

    private static void Body(MemberWriter to, JsonObject body) => to.Node("body", body);
}
