using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What each event does to an incident. The only place where an incident's state comes from.</summary>
public static class IncidentFold
{
    /// <summary>The incident that these events, in order, have made; null when there are none.</summary>
    public static Incident? Of(IEnumerable<IncidentEvent> events) =>
        events.Aggregate((Incident?)null, (incident, happened) => Apply(incident, happened));

    /// <summary>The incident after one more event, its version one higher and the event's topics raised.</summary>
    /// <exception cref="InvalidOperationException">The first event is not <see cref="IncidentOpened"/>, or a later one is.</exception>
    public static Incident Apply(Incident? incident, IncidentEvent happened)
    {
        if (incident is null)
        {
            return happened is IncidentOpened opened
                ? Open(opened)
                : throw new InvalidOperationException($"An incident begins with {nameof(IncidentOpened)}, not with {happened.GetType().Name}.");
        }

        var version = incident.Version + 1;
        return Change(incident, happened) with
        {
            Version = version,
            SettledVersion = Topics.Settles(happened) ? version : incident.SettledVersion,
            Raised = Topics.RaisedBy(happened).Aggregate(incident.Raised, (raised, topic) => raised.With(topic, version)),
        };
    }

    private static Incident Open(IncidentOpened opened) => new()
    {
        Id = opened.IncidentId,
        Version = 1,
        Generation = 1,
        Type = opened.Type,
        Severity = opened.Severity,
        Status = IncidentStatus.Open,
        Title = opened.Title,
        Reason = opened.Reason,
        Description = opened.Description,
        DedupKey = opened.DedupKey,
        Source = opened.Source,
        Account = opened.Account,
        Region = opened.Region,
        Resources = opened.Resources,
        Tenants = opened.Tenants,
        OccurredAt = opened.OccurredAt,
        OpenedAt = opened.At,
        Paging = PagingProgress.None,
        Runbook = opened.Runbook is { } started ? RemediationFold.Begin(started) : null,
    };

    private static Incident Change(Incident incident, IncidentEvent happened) => happened switch
    {
        IncidentOpened => throw new InvalidOperationException($"{incident.Id} is open already."),
        SignalsAttached => incident,
        AlertJoined joined => incident with { Firing = AlertsFold.Joined(incident, joined.DedupKey) },
        AlertRecovered recovered => incident with { Firing = incident.Firing.Remove(AlertId.Of(recovered.DedupKey)) },
        TenantsAffected affected => AlertsFold.Affect(incident, affected.Tenants),
        SeverityRaised raised => PageAnew(incident) with { Severity = raised.To },
        IncidentMitigated mitigated => incident with { Status = IncidentStatus.Mitigated, MitigatedAt = happened.At, MitigatedByAction = mitigated.ByAction, Firing = mitigated.ByAction ? incident.Firing : [] },
        // Whoever had it was told that it recovered, and may be asleep again.
        IncidentRelapsed relapsed => PageAnew(incident) with { MitigatedAt = null, Firing = AlertsFold.FiredAgain(incident, relapsed.DedupKey) },
        IncidentReopened reopened => Reopen(incident, reopened),
        LifecycleRevived revived => incident with { Generation = revived.Generation, RevivedAt = revived.At, Revivals = incident.Revivals + 1 },
        PageSent sent => DrillRules.Paged(Paged(incident, sent), sent),
        PagedDirectly => incident with
        {
            PagedAt = incident.PagedAt ?? happened.At,
            Paging = incident.Paging with { PagedDirectly = true },
        },
        PagerDutyUpdated updated => TellPagerDuty(incident, updated),
        IncidentAcknowledged acknowledged => incident with
        {
            Status = incident.Status == IncidentStatus.Mitigated ? IncidentStatus.Mitigated : IncidentStatus.Acknowledged,
            AcknowledgedAt = incident.AcknowledgedAt ?? happened.At,
            Acknowledgement = new Acknowledgement(acknowledged.By, happened.At, happened.At),
        },
        AcknowledgementExpired => incident with { Status = IncidentStatus.Open, Acknowledgement = null },
        EscalationRequested => incident with
        {
            Status = incident.Status == IncidentStatus.Acknowledged ? IncidentStatus.Open : incident.Status,
            Acknowledgement = null,
            Paging = incident.Paging with { EscalationAsked = true },
        },
        NoteAdded => Progress(incident, happened.At) with { Notes = incident.Notes + 1 },
        IncidentResolved resolved => incident with { Status = IncidentStatus.Resolved, ResolvedAt = happened.At, Firing = [], FalseAlarm = resolved.FalseAlarm, Resolution = resolved.Reason.Length > 0 ? resolved.Reason : null },
        IncidentClosed => incident with { Status = IncidentStatus.Closed, ClosedAt = happened.At },
        PeopleInformed informed => incident with { InformedVersion = Math.Max(incident.InformedVersion, informed.UpTo) },
        RunbookStarted or RunbookFailed or DiagnosisMade or ActionEvent => RemediationFold.Change(incident, happened),
        _ => CommunicationDecider.Change(incident, happened) ?? throw new InvalidOperationException($"{happened.GetType().Name} has no effect defined."),
    };

    private static Incident Reopen(Incident incident, IncidentReopened reopened) => PageAnew(incident with { Paging = incident.Paging with { People = [] } }) with
    {
        Generation = reopened.Generation,
        OpenedAt = reopened.At,
        Firing = AlertsFold.FiredAgain(incident, reopened.DedupKey),
        PagedAt = null,
        AcknowledgedAt = null,
        RevivedAt = null,
        Revivals = 0,
        MitigatedAt = null,
        ResolvedAt = null,
        ClosedAt = null,
        ResponseMissedAt = null,
        Mails = [],
        FalseAlarm = false,
        Resolution = null,
        AftermathTold = 0,
        Runbook = null,
    };

    /// <summary>Nobody has it any more, and paging begins with level 1 of a new round if anybody was paged before.</summary>
    private static Incident PageAnew(Incident incident) => incident with
    {
        Status = IncidentStatus.Open,
        Acknowledgement = null,
        Paging = incident.Paging with
        {
            Round = incident.Paging.Level > 0 ? incident.Paging.Round + 1 : incident.Paging.Round,
            Level = 0,
            LevelPagedAt = null,
            Unheard = false,
            EscalationAsked = false,
            PagedDirectly = false,
            BeganAtVersion = incident.Version + 1,
        },
    };

    private static Incident Progress(Incident incident, DateTimeOffset at) =>
        incident.Acknowledgement is { } held ? incident with { Acknowledgement = held with { ProgressAt = at } } : incident;

    private static Incident Paged(Incident incident, PageSent sent)
    {
        var pagerDutyTook = sent.Deliveries.Any(delivery => delivery is { Channel: Channel.PagerDuty, Delivered: true });
        var paging = incident.Paging with
        {
            People = [.. incident.Paging.People.Concat(sent.Deliveries.Select(delivery => delivery.Recipient).OfType<string>()).Distinct()],
        };
        if (sent.SeenVersion < paging.BeganAtVersion)
        {
            // It went out while paging began anew: a fact, but the new beginning has still to be paged.
            return incident with
            {
                PagedAt = incident.PagedAt ?? sent.At,
                Paging = paging with { PagerDuty = pagerDutyTook ? Trigger(paging.PagerDuty, round: 0) : paging.PagerDuty },
            };
        }

        return incident with
        {
            PagedAt = incident.PagedAt ?? sent.At,
            Paging = paging with
            {
                Round = sent.Round,
                Level = sent.Level,
                LevelPagedAt = sent.At,
                Unheard = sent.IsUnheard,
                // Asked for while this was being sent: not answered by it.
                EscalationAsked = paging.EscalationAsked && sent.SeenVersion < incident.Raised.Escalated,
                PagedDirectly = false,
                PagerDuty = pagerDutyTook ? Trigger(paging.PagerDuty, sent.Round) : paging.PagerDuty,
            },
        };
    }

    private static PagerDutyTold Trigger(PagerDutyTold? told, int round) => new(round, (told?.Triggers ?? 0) + 1, PagerDutyStatus.Trigger);

    private static Incident TellPagerDuty(Incident incident, PagerDutyUpdated updated)
    {
        if (incident.Paging.PagerDuty is not { } told)
        {
            return incident;
        }

        var heard = updated.Deliveries.All(delivery => delivery.Delivered);
        return incident with
        {
            Paging = incident.Paging with
            {
                PagerDuty = heard
                    ? new PagerDutyTold(told.Round, told.Triggers, updated.Status)
                    : told with { FailedTries = told.FailedTries + 1, FailedAt = updated.At },
            },
        };
    }
}
