using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Tickets;
using IncidentServerless.Domain.Updates;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Links;
using IncidentServerless.Storage;

namespace IncidentServerless.Functions.ComposeMessage;

/// <summary>Turns a decision about status updates into the words of every channel.</summary>
public sealed class UpdateComposer(IncidentStore incidents, PageLinkMaker links, MailComposer mails, IncidentPolicy policy, Settings settings)
{
    public async Task<PagingStep> ComposeAsync(Incident incident, UpdateDecision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = new PagingStep { Action = PagingAction.Finish, DecidedAt = now, Version = incident.Version };
        if (decision is UpdateDecision.Hold hold)
        {
            return step with { Action = PagingAction.Wait, Wait = hold.Wait };
        }

        if (decision is UpdateDecision.Mail mail)
        {
            return await mails.ComposeAsync(step, incident, mail.Step, now, cancellation).ConfigureAwait(false);
        }

        if (decision is not UpdateDecision.Tell tell)
        {
            return step;
        }

        var page = policy.Customers.StatusPage;
        step = step with
        {
            Action = PagingAction.Send,
            TicketStatus = tell.Ticket,
            Tickets = tell.Ticket is null ? [] : [Ticket.Call(incident)],
            PageStatus = tell.StatusPage,
            StatusPage = tell.StatusPage is not null && page is not null ? [new StatusPageCall(incident.Id, incident.StatusPage?.PageIncidentId, !incident.IsActive, CustomerStatus.Body(incident, page, now))] : [],
        };
        if (tell.UpTo is not { } upTo)
        {
            return step;
        }

        // The channel has the page already, which says more than a first update.
        var slack = incident.UpdatedVersion > 0 ? policy.Channels.Slack : null;
        var update = new UpdateContext
        {
            Incident = incident,
            Timeline = await incidents.TimelineAsync(incident.Id, cancellation).ConfigureAwait(false),
            Now = now,
            Pace = tell.Pace,
            Links = await links.MakeAsync(incident, slack is null ? [Channel.Sns] : [Channel.Sns, Channel.Slack], [], now, cancellation, "the updates topic").ConfigureAwait(false),
        };
        return step with
        {
            Informs = upTo,
            Sns = [UpdateText.ToTopic(update, settings.UpdatesTopicArn)],
            Slack = slack is null ? [] : [UpdateText.ToSlack(update, slack.Channel)],
        };
    }
}
