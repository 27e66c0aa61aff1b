using System.Collections.Immutable;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Incidents;

/// <summary>A person judged the severity anew; it may fall as well.</summary>
public sealed record SeverityChanged(SeverityLevel From, SeverityLevel To, Actor By, string? Reason) : IncidentEvent;

/// <summary>Nobody took it within the response time of its severity (runbook 1).</summary>
public sealed record ResponseTargetMissed(SeverityLevel Severity, TimeSpan Target) : IncidentEvent;

/// <summary>Those who follow the incident were told how it stands.</summary>
/// <param name="UpTo">They know everything up to this version.</param>
public sealed record UpdateSent(int UpTo, ImmutableArray<Delivery> Deliveries) : IncidentEvent;

/// <summary>One step of the aftermath was told.</summary>
/// <param name="Item">The item that is overdue; null for every other step.</param>
public sealed record AftermathTold(AftermathStep Step, string? Item, ImmutableArray<Delivery> Deliveries) : IncidentEvent;

/// <summary>Something that happened to a follow-up item. Each says the item again, so that a line of the timeline is understood by itself.</summary>
public abstract record ItemEvent(FollowUpItem Item, Actor By) : IncidentEvent;

public sealed record ItemAdded(FollowUpItem Item, Actor By) : ItemEvent(Item, By);

/// <summary>It has another owner or another due date.</summary>
public sealed record ItemAssigned(FollowUpItem Item, Actor By) : ItemEvent(Item, By);

public sealed record ItemDone(FollowUpItem Item, Actor By) : ItemEvent(Item, By);
