using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Customers;

/// <summary>Asks one approver, by a personal link, whether a mail goes to customers, and shows it.</summary>
public static class MailRequest
{
    /// <param name="link">That person's own; null when none could be signed.</param>
    public static SnsMessage ToPerson(Incident incident, MailStep step, MailPolicy policy, bool reportFollows, string personId, Person person, string? link, string topicArn, DateTimeOffset now)
    {
        var subject = MessageHeading.Subject(incident, "Approval needed: mail to customers");
        var text = new StringBuilder();
        text.Append($"{PageFacts.Headline(incident)}\n");
        text.Append(step.Deed == MailDeed.Doubt
            ? $"Nobody knows whether {CommunicationText.Mail(step.Kind)} was sent to {Words.List(step.Tenants)}: the workflow that sent it died. Ask one of them, or look at SES, before you send it again.\n"
            : CustomerMailRules.Find(incident, step.Kind) is { Status: MailStatus.Failed }
            ? $"SES did not take {CommunicationText.Mail(step.Kind)} for {Words.List(step.Tenants)}; the incident's timeline says why. Mend the contact in policy or write to them yourself, then send it again or drop it.\n"
            : $"Customers' data {(incident.IsActive ? "is" : "was")} affected. Shall {CommunicationText.Mail(step.Kind)} go to {Words.List(step.Tenants)}?\n");
        if (incident.Runbook?.Finding is { } finding)
        {
            text.Append($"Diagnosis ({Words.Of(finding.Confidence)}): {PlainText.Line(finding.Summary, Limits.Reason)}\n");
        }

        if (CustomerMailRules.WithoutContact(incident, policy) is { IsEmpty: false } others)
        {
            text.Append($"Also affected, but policy names no contact: {Words.List(others)}. Write to {(others.Length == 1 ? "it" : "them")} yourself.\n");
        }

        text.Append(link is null
            ? "\nThis message carries no link, because none could be signed.\n"
            : $"\nSend it, add a paragraph, or drop it: {link}\nThe link is {PlainText.Line(person.Name, Limits.Name)}'s own: what it does is done in that name. Do not forward it. Opening it changes nothing yet.\n");
        text.Append($"\nThe mail:\n\nSubject: {CustomerMailText.Subject(incident, step.Kind, policy)}\n\n{CustomerMailText.Body(incident, step.Kind, policy, null, reportFollows)}\n");
        return new SnsMessage(personId, topicArn, subject, text.Append($"{incident.Id}, as of {Times.Moment(now)}\n").ToString(), MessageAttributes.Of(incident, "approval"));
    }
}
