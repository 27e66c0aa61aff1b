using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Links;
using IncidentServerless.Storage;

namespace IncidentServerless.Functions.ComposeMessage;

/// <summary>Turns a paging decision into the words of every channel.</summary>
public sealed class PagingComposer(IncidentStore incidents, PageLinkMaker links, IncidentPolicy policy, Settings settings)
{
    /// <param name="executionArn">The execution to point people to; null when none runs.</param>
    /// <param name="workflowsFailed">Why the classifier pages by itself; null when it does not.</param>
    public async Task<PagingStep> ComposeAsync(
        Incident incident,
        PagingDecision decision,
        DateTimeOffset now,
        string? executionArn,
        string? workflowsFailed,
        CancellationToken cancellation)
    {
        var step = new PagingStep { Action = PagingAction.Finish, DecidedAt = now, Version = incident.Version };
        return decision switch
        {
            PagingDecision.Finish => step,
            PagingDecision.Hold hold => step with { Action = PagingAction.Wait, Wait = hold.Wait },
            PagingDecision.TellPagerDuty tell => step with
            {
                Action = PagingAction.Send,
                TellPagerDuty = tell.Status,
                PagerDuty = tell.Status == PagerDutyStatus.Resolve
                    ? PagerDutyPage.Resolve(incident.Id, tell.Triggers)
                    : PagerDutyPage.Acknowledge(incident.Id, tell.Triggers),
            },
            PagingDecision.Inform inform => await InformAsync(step, incident, inform, now, executionArn, cancellation).ConfigureAwait(false),
            PagingDecision.Page page => await PageAsync(step, incident, page, now, executionArn, workflowsFailed, cancellation).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"{decision.GetType().Name} has no words defined."),
        };
    }

    private async Task<PagingStep> PageAsync(
        PagingStep step,
        Incident incident,
        PagingDecision.Page page,
        DateTimeOffset now,
        string? executionArn,
        string? workflowsFailed,
        CancellationToken cancellation)
    {
        var escalation = policy.Escalation[incident.Severity];
        var nextAt = PagingRules.NextPageAt(incident, page, policy, now);
        var context = new PageContext
        {
            Incident = incident,
            Severity = policy.Severities[incident.Severity],
            Escalation = escalation,
            Told = page.Who,
            Next = OnCallLevels.At(IncidentDecider.LevelOf(escalation, page.Level + 1), policy, nextAt),
            NextAt = nextAt,
            Round = page.Round,
            Level = page.Level,
            Expired = page.Expired,
            ResponseMissed = IncidentDecider.TargetEnds(incident, policy) <= now,
            Now = now,
            Links = await links.MakeAsync(incident, page.Channels, page.Who.People, now, cancellation).ConfigureAwait(false),
            ExecutionArn = executionArn,
            WorkflowsFailed = workflowsFailed,
            Timeline = await incidents.TimelineAsync(incident.Id, cancellation).ConfigureAwait(false),
        };
        return step with
        {
            Action = PagingAction.Send,
            Round = page.Round,
            Level = page.Level,
            Sns = [.. SnsMessages(context, page)],
            Slack = page.Channels.Contains(Channel.Slack) && policy.Channels.Slack is { } slack ? [SlackPage.Compose(context, slack.Channel, slack.SigningSecret is not null)] : [],
            PagerDuty = page.Channels.Contains(Channel.PagerDuty) ? [PagerDutyPage.Trigger(context)] : [],
        };
    }

    private async Task<PagingStep> InformAsync(
        PagingStep step,
        Incident incident,
        PagingDecision.Inform inform,
        DateTimeOffset now,
        string? executionArn,
        CancellationToken cancellation)
    {
        var timeline = await incidents.TimelineAsync(incident.Id, cancellation).ConfigureAwait(false);
        ImmutableArray<IncidentEvent> untold = [.. timeline.Take(inform.UpTo).Skip(incident.InformedVersion)];
        var news = new NewsContext
        {
            Incident = incident,
            Remediation = policy.Remediation,
            News = [.. untold.Where(Topics.IsNews)],
            Settled = incident.Status == IncidentStatus.Open ? [] : [.. untold.Where(Topics.Settles)],
            PagedAgainAt = PagingRules.PagedAgainAt(incident, policy),
            OverAt = incident.MitigatedAt + policy.Recovery.ResolveAfterStable,
            Now = now,
            Links = await links.MakeAsync(incident, inform.Channels, inform.People, now, cancellation).ConfigureAwait(false),
            ExecutionArn = incident.Runbook is { Execution.Length: > 0 } runbook ? runbook.Execution : executionArn,
        };
        IEnumerable<SnsMessage> topic = inform.Channels.Contains(Channel.Sns) ? [NewsMessage.ToTopic(news, settings.PageTopicArn)] : [];
        var people = inform.People
            .Where(settings.PersonTopics.ContainsKey)
            .Select(id => NewsMessage.ToPerson(news, id, policy.People[id], settings.PersonTopics[id]));
        return step with
        {
            Action = PagingAction.Send,
            Informs = inform.UpTo,
            Sns = [.. topic, .. people],
            Slack = inform.Channels.Contains(Channel.Slack) && policy.Channels.Slack is { } slack ? [NewsMessage.ToSlack(news, slack.Channel, slack.SigningSecret is not null)] : [],
        };
    }

    private IEnumerable<SnsMessage> SnsMessages(PageContext context, PagingDecision.Page page)
    {
        if (page.Channels.Contains(Channel.Sns))
        {
            yield return SnsPage.ToTopic(context, settings.PageTopicArn);
        }

        foreach (var id in page.Who.People)
        {
            if (settings.PersonTopics.GetValueOrDefault(id) is { } topic)
            {
                yield return SnsPage.ToPerson(context, id, policy.People[id], topic);
            }
        }
    }
}
