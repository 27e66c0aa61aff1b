using System.Collections.Immutable;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Mail to customers: what its commands make happen.</summary>
internal static class MailDecider
{
    /// <summary>Null when the command is none about a mail.</summary>
    public static ImmutableArray<IncidentEvent>? Decide(Incident incident, IncidentCommand command, IncidentPolicy policy) => command switch
    {
        AdvanceMail or IntendMail when IncidentDecider.IsSuperseded(incident, command) => [],
        AdvanceMail advance => CustomerMailRules.Next(incident, advance.Mail, policy) switch
        {
            { Deed: MailDeed.Ask } ask => [new MailAsked(ask.Kind, ask.Tenants, [.. policy.ApproverNames]) { At = advance.At }],
            { Deed: MailDeed.Approve } approve => [new MailApproved(approve.Kind, approve.Tenants, null, null) { At = advance.At }],
            { Deed: MailDeed.Doubt } doubt => [new MailInDoubt(doubt.Kind) { At = advance.At }],
            _ => [],
        },
        IntendMail intend => CustomerMailRules.Find(incident, intend.Mail) is { Status: MailStatus.Approved } ? [new MailIntended(intend.Mail, intend.CommandId) { At = intend.At }] : [],

        // What went out is a fact, whoever has taken over since.
        RecordMail told => CustomerMailRules.Find(incident, told.Mail) is { Status: MailStatus.Intended or MailStatus.InDoubt } ? [new MailSent(told.Mail, told.Deliveries) { At = told.At }] : [],
        DecideMail decide => CustomerMailRules.Find(incident, decide.Mail) is { } mail && CustomerMailRules.IsForAPerson(incident, mail)
            ? [decide.Send ? new MailApproved(mail.Kind, mail.Left, decide.By, decide.Text) { At = decide.At } : new MailDropped(mail.Kind, decide.By, decide.Text) { At = decide.At }]
            : [],
        _ => null,
    };

    public static Incident Change(Incident incident, MailEvent happened)
    {
        var known = CustomerMailRules.Find(incident, happened.Mail);
        var mail = (known, happened) switch
        {
            (_, MailAsked asked) => For(known, asked, asked.Tenants) with { Status = MailStatus.Asked },
            (_, MailApproved approved) => For(known, approved, approved.Tenants) with { Status = MailStatus.Approved, By = approved.By, Addition = approved.Addition },
            ({ } before, MailDropped dropped) => before with { Status = MailStatus.Dropped, By = dropped.By },
            ({ } before, MailIntended intended) => before with { Status = MailStatus.Intended, IntendedBy = intended.CommandId },
            ({ } before, MailInDoubt) => before with { Status = MailStatus.InDoubt },
            ({ } before, MailSent sent) => Send(before, sent),
            _ => throw new InvalidOperationException($"{happened.GetType().Name} is about a mail that nobody proposed."),
        };
        return incident with { Mails = known is null ? incident.Mails.Add(mail) : incident.Mails.Replace(known, mail) };
    }

    private static CustomerMail For(CustomerMail? known, MailEvent happened, ImmutableArray<string> tenants) => known is null
        ? new CustomerMail(happened.Mail, MailStatus.Asked, tenants)
        : known with { Tenants = [.. known.Tenants.Union(tenants)] };

    private static CustomerMail Send(CustomerMail mail, MailSent sent)
    {
        ImmutableArray<string> taken = [.. mail.Sent.Union(sent.Deliveries.Where(delivery => delivery.Delivered).Select(delivery => delivery.Recipient).OfType<string>())];
        return mail with { Sent = taken, Status = mail.Tenants.All(taken.Contains) ? MailStatus.Sent : MailStatus.Failed };
    }
}
