using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Links;

namespace IncidentServerless.Functions.ComposeMessage;

/// <summary>Turns what is to be done about a mail to customers into words: for the approvers who are asked, or for the customers.</summary>
public sealed class MailComposer(PageLinkMaker links, IncidentPolicy policy, Settings settings)
{
    public async Task<PagingStep> ComposeAsync(PagingStep step, Incident incident, MailStep mail, DateTimeOffset now, CancellationToken cancellation)
    {
        var rules = policy.Customers.Mail ?? throw new InvalidOperationException("A mail without a policy of mail.");
        var reportFollows = AftermathRules.Follows(incident, policy);
        if (mail.Deed == MailDeed.Send)
        {
            var addition = CustomerMailRules.Find(incident, mail.Kind)?.Addition;
            var (subject, body) = (CustomerMailText.Subject(incident, mail.Kind, rules), CustomerMailText.Body(incident, mail.Kind, rules, addition, reportFollows));
            return step with
            {
                Action = PagingAction.Mail,
                Mail = mail.Kind,
                Mails = [.. mail.Tenants.Where(rules.Contacts.ContainsKey).Select(tenant => new CustomerMessage(tenant, rules.From, [.. rules.Contacts[tenant]], subject, body))],
            };
        }

        var asked = step with { Action = PagingAction.Send, Mail = mail.Kind };
        if (mail.Deed == MailDeed.Approve)
        {
            return asked;
        }

        var approvers = policy.Remediation.Approvers.Where(id => policy.People.ContainsKey(id) && settings.PersonTopics.ContainsKey(id)).ToList();
        var made = await links.MakeAsync(incident, [], approvers, now, cancellation).ConfigureAwait(false);
        return asked with
        {
            Sns = [.. approvers.Select(id => MailRequest.ToPerson(incident, mail, rules, reportFollows, id, policy.People[id], made.People.GetValueOrDefault(id), settings.PersonTopics[id], now))],
        };
    }
}
