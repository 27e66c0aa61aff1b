using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Customers;

/// <summary>When customers whose data is touched get a mail (runbook 4.2), and what is to be done about it next.</summary>
public static class CustomerMailRules
{
    /// <summary>What is to be done now about a mail; null when nothing is.</summary>
    public static MailStep? Next(Incident incident, MailKind kind, IncidentPolicy policy)
    {
        if (policy.Customers.Mail is not { } mail || incident.FalseAlarm)
        {
            return null;
        }

        return Find(incident, kind) switch
        {
            null => incident.IsActive == (kind == MailKind.Notice) && incident.Impact is { Data: true } ? Propose(incident, kind, mail, TenantsOf(incident, mail)) : null,
            { Status: MailStatus.Approved } approved => new MailStep(kind, MailDeed.Send, approved.Left),
            // Whoever intended it and did not tell has died on the way.
            { Status: MailStatus.Intended } lost => new MailStep(kind, MailDeed.Doubt, lost.Left),
            // Tenants may turn out to be affected after the others were written to.
            { Status: MailStatus.Sent } sent when kind == MailKind.Notice && incident.IsActive => Propose(incident, kind, mail, [.. TenantsOf(incident, mail).Except(sent.Tenants)]),
            // That a notice was refused is news to whoever was paged; after the end nobody is paged.
            { Status: MailStatus.Failed } refused when kind == MailKind.Report => new MailStep(kind, MailDeed.Ask, refused.Left),
            _ => null,
        };
    }

    /// <summary>Of what may have been in foreign hands nobody is told without a person.</summary>
    private static MailStep? Propose(Incident incident, MailKind kind, MailPolicy mail, ImmutableArray<string> tenants) =>
        tenants.IsEmpty ? null : new MailStep(kind, mail.Automatic && incident.Type != IncidentType.SecurityFinding ? MailDeed.Approve : MailDeed.Ask, tenants);

    public static CustomerMail? Find(Incident incident, MailKind kind) => incident.Mails.FirstOrDefault(mail => mail.Kind == kind);

    /// <summary>Whether a person may let it be sent, or drop it: as long as a workflow is there to send it.</summary>
    public static bool IsForAPerson(Incident incident, CustomerMail mail) =>
        mail.Status is MailStatus.Asked or MailStatus.InDoubt or MailStatus.Failed
        && (mail.Kind == MailKind.Notice ? incident.IsActive : !incident.IsActive && incident.AftermathTold < (int)AftermathStep.FollowUp);

    /// <summary>Whether the workflow that asked may send it now: its own intent is the one that counts.</summary>
    public static bool MaySend(Incident incident, IntendMail intend) => Find(incident, intend.Mail) is { Status: MailStatus.Intended } mail && mail.IntendedBy == intend.CommandId;

    /// <summary>Those whose data is touched and for whom policy names no contact.</summary>
    public static ImmutableArray<string> WithoutContact(Incident incident, MailPolicy mail) => [.. incident.Tenants.Where(tenant => !mail.Contacts.ContainsKey(tenant))];

    private static ImmutableArray<string> TenantsOf(Incident incident, MailPolicy mail) => [.. incident.Tenants.Where(mail.Contacts.ContainsKey)];
}

/// <param name="Tenants">Those whom it concerns.</param>
public sealed record MailStep(MailKind Kind, MailDeed Deed, ImmutableArray<string> Tenants);

public enum MailDeed
{
    /// <summary>Ask the approvers.</summary>
    Ask,

    /// <summary>Policy sends by itself.</summary>
    Approve,

    Send,

    /// <summary>Tell the approvers that nobody knows whether it was sent.</summary>
    Doubt,
}
