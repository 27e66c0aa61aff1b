using System.Collections.Immutable;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Updates;

namespace IncidentServerless.Domain.Paging;

/// <summary>Whom to page and when (runbook 1 and 4.1). Everything follows from the incident, so a workflow that died is continued by the next one.</summary>
public static class PagingRules
{
    /// <summary>How long to leave PagerDuty alone after it did not take an update, and how often to try.</summary>
    private static readonly TimeSpan PagerDutyPause = TimeSpan.FromMinutes(5);
    private const int PagerDutyTries = 12;

    /// <summary>How long to wait for a level that no channel reached.</summary>
    private static readonly TimeSpan UnheardWait = TimeSpan.FromMinutes(1);

    /// <summary>A dry run that is not over by then is one that nobody looks after.</summary>
    private static readonly TimeSpan DryRunLasts = TimeSpan.FromMinutes(30);

    /// <summary>How long what automation still does is told after the incident is over.</summary>
    private static readonly TimeSpan NewsAfterTheEnd = TimeSpan.FromHours(1);

    public static PagingDecision Next(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now)
    {
        if (incident.Generation != generation)
        {
            return new PagingDecision.Finish();
        }

        var next = incident.IsActive ? NextPage(incident, policy, now) : AfterTheEnd(incident, now);
        if (next is not PagingDecision.Page && (IsUnsettled(incident) || (next is PagingDecision.Hold && incident.Raised.News > incident.InformedVersion)))
        {
            next = Inform(incident, policy, now);
        }

        return incident.Paging.PagerDuty is { } told && PagerDutyOwed(incident) is { } owed && told.FailedTries < PagerDutyTries
            ? TellPagerDuty(owed, told, next, now)
            : next;
    }

    /// <summary>What the workflow waits for after it sent something; null when it is done.</summary>
    public static NextWait? WaitAfterSending(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now)
    {
        var wait = Next(incident, generation, policy, now) switch
        {
            PagingDecision.Finish => null,
            PagingDecision.Hold hold => hold.Wait,
            _ => Wait([Topic.Changed, Topic.Resolved], TimeSpan.Zero),
        };
        return wait;
    }

    private static PagingDecision TellPagerDuty(PagerDutyStatus owed, PagerDutyTold told, PagingDecision next, DateTimeOffset now)
    {
        var pause = (told.FailedAt ?? DateTimeOffset.MinValue) + PagerDutyPause - now;
        return (pause > TimeSpan.Zero, next) switch
        {
            (false, _) => new PagingDecision.TellPagerDuty(owed, told.Triggers),
            (true, PagingDecision.Finish) => Hold([Topic.Changed], pause),
            (true, PagingDecision.Hold hold) => hold with { Wait = hold.Wait with { Seconds = Math.Min(hold.Wait.Seconds, Wait([], pause).Seconds) } },
            _ => next,
        };
    }

    /// <summary>What PagerDuty believes and should not: an incident that people took, that recovered, or that is over.</summary>
    private static PagerDutyStatus? PagerDutyOwed(Incident incident)
    {
        PagerDutyStatus? wanted = incident switch
        {
            { IsActive: false } => PagerDutyStatus.Resolve,
            { Status: IncidentStatus.Acknowledged or IncidentStatus.Mitigated } => PagerDutyStatus.Acknowledge,
            _ => null,
        };
        return wanted is { } status && incident.Paging.PagerDuty is { } told && told.Status < status ? status : null;
    }

    /// <summary>Whoever ended it is told how an action ends that is still under way, since it may fail to be undone, and that the status page still says otherwise.</summary>
    private static PagingDecision AfterTheEnd(Incident incident, DateTimeOffset now)
    {
        var left = (incident.ResolvedAt ?? now) + NewsAfterTheEnd - now;
        var pageRefuses = incident.StatusPage is { FailedTries: > 0 };
        var isUntold = incident.Raised.News > incident.InformedVersion && (pageRefuses || incident.Actions.Any(record => record.AppliedAt is not null));
        return left > TimeSpan.Zero && (isUntold || (pageRefuses && incident.StatusPage!.FailedTries < UpdateRules.MostTries) || incident.Actions.Any(record => record.IsUnderWay)) ? Hold([], left) : new PagingDecision.Finish();
    }

    private static PagingDecision NextPage(Incident incident, IncidentPolicy policy, DateTimeOffset now)
    {
        var paging = incident.Paging;
        switch (incident)
        {
            case { IsDryRun: true, Paging.EscalationAsked: false } when now < incident.OpenedAt + DryRunLasts:
                return Hold([Topic.Changed, Topic.Resolved, Topic.Escalated], incident.OpenedAt + DryRunLasts - now);
            case { Status: IncidentStatus.Mitigated, Paging.EscalationAsked: false }:
                return Hold([Topic.Changed, Topic.Resolved, Topic.Escalated], policy.Recovery.ResolveAfterStable + TimeSpan.FromMinutes(1));
            case { Acknowledgement: { } held } when PagedAgainAt(incident, policy) is { } expires:
                return now < expires
                    ? Hold([Topic.Acknowledged, Topic.Escalated, Topic.Changed, Topic.Resolved], expires - now)
                    : Page(incident, policy, paging.Round + 1, 1, held, now);
            case { Paging.LevelPagedAt: { } pagedAt, Paging.EscalationAsked: false } when now < NextLevelAt(incident, pagedAt, policy):
                return Hold([Topic.Acknowledged, Topic.Escalated, Topic.Changed, Topic.Resolved], NextLevelAt(incident, pagedAt, policy) - now);
            default:
                return Page(incident, policy, paging.Round, paging.Level + 1, null, now);
        }
    }

    /// <summary>When the next level is told if nobody acknowledges what is sent now.</summary>
    public static DateTimeOffset NextPageAt(Incident incident, PagingDecision.Page page, IncidentPolicy policy, DateTimeOffset now)
    {
        var waited = now + page.Who.Wait;
        return IncidentDecider.TargetEnds(incident, policy) is { } missed && missed > now && missed < waited ? missed : waited;
    }

    /// <summary>When it is paged again if whoever has it does nothing; null when nobody has it, or it has recovered.</summary>
    public static DateTimeOffset? PagedAgainAt(Incident incident, IncidentPolicy policy) =>
        incident is { Status: IncidentStatus.Acknowledged, Acknowledgement: { } held } ? held.ProgressAt + policy.Escalation[incident.Severity].AcknowledgementExpires : null;

    /// <summary>After the level's wait, and no later than the end of the response time: a missed one is an escalation of its own.</summary>
    private static DateTimeOffset NextLevelAt(Incident incident, DateTimeOffset pagedAt, IncidentPolicy policy)
    {
        var wait = IncidentDecider.LevelOf(policy.Escalation[incident.Severity], incident.Paging.Level).Wait;
        var waited = pagedAt + (incident.Paging.Unheard && wait > UnheardWait ? UnheardWait : wait);
        return IncidentDecider.TargetEnds(incident, policy) is { } missed && missed < waited ? missed : waited;
    }

    /// <summary>Whoever was paged has not heard yet that somebody took it, or that it recovered or ended.</summary>
    private static bool IsUnsettled(Incident incident) =>
        incident is { PagedAt: not null, Status: not IncidentStatus.Open } && incident.SettledVersion > incident.InformedVersion;

    /// <summary>
    /// Whoever was paged hears everything. Who may decide about an action gets a link of their own, because a channel's link may not.
    /// Slack's channel hears of who took it, and of the end, as an update of how it stands, which a drill has not.
    /// </summary>
    private static PagingDecision.Inform Inform(Incident incident, IncidentPolicy policy, DateTimeOffset now)
    {
        var isNews = incident.Raised.News > incident.InformedVersion;
        return new(
            incident.Version,
            [.. policy.Escalation[incident.Severity].Levels.Take(Math.Max(1, incident.Paging.Level)).SelectMany(level => level.Channels).Distinct().Where(channel => channel switch
            {
                Channel.Sns => true,
                Channel.Slack => policy.Channels.Slack is not null && (isNews || incident.IsDrill),
                _ => false,
            })],
            [.. incident.Paging.People.Concat(isNews ? Concerned(incident, policy, now) : []).Where(policy.People.ContainsKey).Distinct()]);
    }

    private static IEnumerable<string> Concerned(Incident incident, IncidentPolicy policy, DateTimeOffset now) =>
        Deciders(incident, policy, now).Concat(incident.Runbook?.Finding?.Tell ?? []);

    private static IReadOnlyList<string> Deciders(Incident incident, IncidentPolicy policy, DateTimeOffset now) =>
        incident.Mails.Any(mail => CustomerMailRules.IsForAPerson(incident, mail)) || incident.Actions.Any(record => record.IsAhead || RemediationRules.UndoEnds(record, policy.Remediation) > now) ? policy.Remediation.Approvers : [];

    private static PagingDecision.Page Page(Incident incident, IncidentPolicy policy, int round, int level, Acknowledgement? expired, DateTimeOffset now)
    {
        var who = OnCallLevels.At(IncidentDecider.LevelOf(policy.Escalation[incident.Severity], level), policy, now);
        return new(round, level, who, expired, [.. who.Channels.Where(channel => channel switch
        {
            Channel.Sns => !(incident.Paging.PagedDirectly && level == 1 && expired is null),
            Channel.Slack => policy.Channels.Slack is not null,
            Channel.PagerDuty => policy.Channels.PagerDuty is { } pagerDuty && IsNews(incident.Paging.PagerDuty, round, pagerDuty),
            _ => throw new InvalidOperationException($"Channel {channel} has no rule."),
        })]);
    }

    // PagerDuty does not notify again for an open dedup_key: one trigger for each round, unless our levels are to drive it.
    private static bool IsNews(PagerDutyTold? told, int round, PagerDutyChannel channel) =>
        told is null || told.Round < round || !channel.OwnsEscalation;

    private static PagingDecision.Hold Hold(ImmutableArray<Topic> topics, TimeSpan time) => new(Wait(topics.Add(Topic.News), time));

    private static NextWait Wait(ImmutableArray<Topic> topics, TimeSpan time) => new(topics, Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)));
}
