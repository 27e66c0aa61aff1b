using System.Collections.Immutable;
using System.Globalization;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Updates;
using IncidentServerless.Domain.Tickets;

namespace IncidentServerless.Domain.Incidents;

/// <summary>Severity by a person, updates, and the aftermath: what their commands make happen.</summary>
internal static class CommunicationDecider
{
    /// <summary>Null when the command is none of these.</summary>
    public static ImmutableArray<IncidentEvent>? Decide(Incident incident, IncidentCommand command) => command switch
    {
        ChangeSeverity change => incident.IsActive && change.To != incident.Severity
            ? [new SeverityChanged(incident.Severity, change.To, change.By, change.Reason) { At = change.At }]
            : [],

        // What went out is a fact, even when newer workflows have taken over since: else they would send it again.
        RecordUpdate update => Updated(incident, update),
        RecordAftermath told => IsTold(incident, told) ? [] : [new AftermathTold(told.Step, told.Item, Flat(told.Deliveries)) { At = told.DecidedAt }],
        AddItem add => incident.Items.Length < FollowUpItem.Most
            ? [new ItemAdded(new FollowUpItem(NextId(incident), add.Text, add.Owner, add.Due), add.By) { At = add.At }]
            : [],
        AssignItem assign => Open(incident, assign.ItemId) is { } item && Assigned(item, assign) is var assigned && assigned != item
            ? [new ItemAssigned(assigned, assign.By) { At = assign.At }]
            : [],
        FinishItem finish => Open(incident, finish.ItemId) is { } item
            ? [new ItemDone(item with { DoneAt = finish.At }, finish.By) { At = finish.At }]
            : [],
        _ => null,
    };

    /// <summary>What these events do to an incident; null when it is none of them.</summary>
    public static Incident? Change(Incident incident, IncidentEvent happened) => happened switch
    {
        SeverityChanged changed => incident with { Severity = changed.To, ResponseMissedAt = null },
        ResponseTargetMissed => incident with { ResponseMissedAt = happened.At },
        UpdateSent sent => incident with { UpdatedAt = happened.At, UpdatedVersion = Math.Max(incident.UpdatedVersion, sent.UpTo) },
        MailEvent mail => MailDecider.Change(incident, mail),
        StatusPageUpdated updated => incident with { StatusPage = Told(incident.StatusPage, updated) },
        TicketUpdated updated => incident with { Ticket = Told(incident.Ticket, updated) },
        AftermathTold { Item: { } id } => incident with { Items = [.. incident.Items.Select(item => item.Id == id ? item with { Reminded = true } : item)] },
        AftermathTold told => incident with { AftermathTold = Math.Max(incident.AftermathTold, (int)told.Step) },
        ItemAdded added => incident with { Items = incident.Items.Add(added.Item) },
        ItemEvent about => incident with { Items = [.. incident.Items.Select(item => item.Id == about.Item.Id ? about.Item : item)] },
        _ => null,
    };

    /// <summary>So often the status page may refuse an update before people are told.</summary>
    private const int TriesUntilNews = 3;

    private static ImmutableArray<IncidentEvent> Updated(Incident incident, RecordUpdate update)
    {
        var deliveries = Flat(update.Deliveries);
        var events = ImmutableArray.CreateBuilder<IncidentEvent>();
        if (update.UpTo is { } upTo && upTo > incident.UpdatedVersion)
        {
            events.Add(new UpdateSent(upTo, deliveries.RemoveAll(delivery => delivery.Channel is Channel.StatusPage or Channel.Ticket)) { At = update.DecidedAt });
        }

        if (update.StatusPage is { } status && status != incident.StatusPage?.Status && deliveries.FirstOrDefault(delivery => delivery.Channel == Channel.StatusPage) is { } delivery)
        {
            var tries = (incident.StatusPage?.FailedTries ?? 0) + 1;
            events.Add(new StatusPageUpdated(status, delivery) { At = update.DecidedAt, IsNews = !delivery.Delivered && tries is TriesUntilNews or UpdateRules.MostTries });
        }

        if (update.Ticket is { } said && said != incident.Ticket?.Status && deliveries.FirstOrDefault(each => each.Channel == Channel.Ticket) is { } ticket)
        {
            events.Add(new TicketUpdated(said, ticket) { At = update.DecidedAt });
        }

        return events.ToImmutable();
    }

    private static TicketTold Told(TicketTold? before, TicketUpdated updated) => updated.Delivery.Delivered
        ? new TicketTold(updated.Status, updated.Delivery.Recipient ?? before?.Number)
        : new TicketTold(before?.Status, updated.Delivery.Recipient ?? before?.Number, (before?.FailedTries ?? 0) + 1, updated.At);

    private static StatusPageTold Told(StatusPageTold? before, StatusPageUpdated updated) => updated.Delivery.Delivered
        ? new StatusPageTold(updated.Status, updated.Delivery.Recipient ?? before?.PageIncidentId)
        : new StatusPageTold(before?.Status, updated.Delivery.Recipient ?? before?.PageIncidentId, (before?.FailedTries ?? 0) + 1, updated.At);

    private static bool IsTold(Incident incident, RecordAftermath told) => told.Item is { } id
        ? incident.Items.Any(item => item.Id == id && item.Reminded)
        : incident.AftermathTold >= (int)told.Step;

    private static FollowUpItem? Open(Incident incident, string id) => incident.Items.FirstOrDefault(item => item.Id == id && item.DoneAt is null);

    private static FollowUpItem Assigned(FollowUpItem item, AssignItem assign) => item with
    {
        Owner = assign.Owner ?? item.Owner,
        Due = assign.Due ?? item.Due,
        Reminded = item.Reminded && (assign.Due is null || assign.Due == item.Due),
    };

    private static string NextId(Incident incident) => string.Create(CultureInfo.InvariantCulture, $"i{incident.Items.Length + 1}");

    private static ImmutableArray<Delivery> Flat(ImmutableArray<ImmutableArray<Delivery>> branches) => [.. branches.SelectMany(branch => branch)];
}
