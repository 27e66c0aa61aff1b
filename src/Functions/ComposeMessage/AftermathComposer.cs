using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Links;
using IncidentServerless.Storage;

namespace IncidentServerless.Functions.ComposeMessage;

/// <summary>Turns a decision about what follows an incident into the words of every channel.</summary>
public sealed class AftermathComposer(IncidentStore incidents, PageLinkMaker links, MailComposer mails, IncidentPolicy policy, Settings settings)
{
    public async Task<PagingStep> ComposeAsync(Incident incident, AftermathDecision decision, DateTimeOffset now, CancellationToken cancellation)
    {
        var step = new PagingStep { Action = PagingAction.Finish, DecidedAt = now, Version = incident.Version };
        if (decision is AftermathDecision.Hold hold)
        {
            return step with { Action = PagingAction.Wait, Wait = hold.Wait };
        }

        if (decision is AftermathDecision.Mail mail)
        {
            return await mails.ComposeAsync(step, incident, mail.Step, now, cancellation).ConfigureAwait(false);
        }

        if (decision is not AftermathDecision.Tell tell)
        {
            return step;
        }

        var item = incident.Items.FirstOrDefault(each => each.Id == tell.Item);
        var people = AftermathContext.PeopleOf(tell.Step, incident, item, policy);
        var concernsAll = AftermathText.ConcernsFollowers(tell.Step) || people.IsEmpty;
        var slack = concernsAll ? policy.Channels.Slack : null;
        var told = new AftermathContext
        {
            Incident = incident,
            Timeline = await incidents.TimelineAsync(incident.Id, cancellation).ConfigureAwait(false),
            Policy = policy,
            Step = tell.Step,
            Item = item,
            Bucket = settings.PostMortemBucket,
            Now = now,
            Links = await links.MakeAsync(incident, slack is null ? [] : [Channel.Slack], people, now, cancellation).ConfigureAwait(false),
        };
        return step with
        {
            Action = PagingAction.Send,
            Step = tell.Step,
            Item = tell.Item,
            Sns =
            [
                .. concernsAll ? [AftermathText.ToTopic(told, settings.UpdatesTopicArn)] : Array.Empty<SnsMessage>(),
                .. people.Where(settings.PersonTopics.ContainsKey).Select(id => AftermathText.ToPerson(told, id, settings.PersonTopics[id])),
            ],
            Slack = slack is null ? [] : [AftermathText.ToSlack(told, slack.Channel)],
            Documents = [.. AftermathText.Documents(told)],
        };
    }
}
