using System.Collections.Immutable;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Incidents;

/// <summary>A person judged the severity anew; it may fall as well.</summary>
public sealed record SeverityChanged(SeverityLevel From, SeverityLevel To, Actor By, string? Reason) : IncidentEvent;

/// <summary>Nobody took it within the response time of its severity (runbook 1).</summary>
public sealed record ResponseTargetMissed(SeverityLevel Severity, TimeSpan Target) : IncidentEvent;

/// <summary>Those who follow the incident were told how it stands.</summary>
/// <param name="UpTo">They know everything up to this version.</param>
public sealed record UpdateSent(int UpTo, ImmutableArray<Delivery> Deliveries) : IncidentEvent;

/// <summary>The customers' status page was told how it stands, or did not take it.</summary>
/// <param name="Status">What it was to say.</param>
public sealed record StatusPageUpdated(string Status, Delivery Delivery) : IncidentEvent
{
    /// <summary>People are to be told, because the page did not take it for the third time, or the last.</summary>
    public bool IsNews { get; init; }
}

/// <summary>The incident's ticket was made or changed, or was not.</summary>
/// <param name="Status">What it was to say.</param>
public sealed record TicketUpdated(string Status, Delivery Delivery) : IncidentEvent;

/// <summary>One step of the aftermath was told.</summary>
/// <param name="Item">The item that is overdue; null for every other step.</param>
public sealed record AftermathTold(AftermathStep Step, string? Item, ImmutableArray<Delivery> Deliveries) : IncidentEvent;

/// <summary>Something that happened to a follow-up item. Each says the item again, so that a line of the timeline is understood by itself.</summary>
public abstract record ItemEvent(FollowUpItem Item, Actor By) : IncidentEvent;

public sealed record ItemAdded(FollowUpItem Item, Actor By) : ItemEvent(Item, By);

/// <summary>It has another owner or another due date.</summary>
public sealed record ItemAssigned(FollowUpItem Item, Actor By) : ItemEvent(Item, By);

public sealed record ItemDone(FollowUpItem Item, Actor By) : ItemEvent(Item, By);

/// <summary>Something that happened to a mail to customers.</summary>
public abstract record MailEvent(MailKind Mail) : IncidentEvent;

/// <summary>The approvers are asked whether it is to be sent.</summary>
public sealed record MailAsked(MailKind Mail, ImmutableArray<string> Tenants, ImmutableArray<string> Approvers) : MailEvent(Mail);

/// <summary>It is sent next.</summary>
/// <param name="Tenants">Those to whom it goes.</param>
/// <param name="By">Null where policy sends by itself.</param>
/// <param name="Addition">What the person added; null when nothing.</param>
public sealed record MailApproved(MailKind Mail, ImmutableArray<string> Tenants, Actor? By, string? Addition) : MailEvent(Mail);

public sealed record MailDropped(MailKind Mail, Actor By, string? Reason) : MailEvent(Mail);

/// <summary>It is being sent now.</summary>
/// <param name="CommandId">Whose intent it is.</param>
public sealed record MailIntended(MailKind Mail, string CommandId) : MailEvent(Mail);

/// <summary>What became of it: one delivery for each tenant, who is its recipient.</summary>
public sealed record MailSent(MailKind Mail, ImmutableArray<Delivery> Deliveries) : MailEvent(Mail);

/// <summary>Its sending was begun, and nobody knows how it ended.</summary>
public sealed record MailInDoubt(MailKind Mail) : MailEvent(Mail);
