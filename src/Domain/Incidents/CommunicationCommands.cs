using System.Collections.Immutable;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Incidents;

public sealed record ChangeSeverity : IncidentCommand
{
    public required Actor By { get; init; }
    public required SeverityLevel To { get; init; }
    public string? Reason { get; init; }
}

/// <summary>The updates' workflow tells what became of one update.</summary>
public sealed record RecordUpdate : WorkflowCommand
{
    /// <summary>As the step said; null when nobody but the status page was told.</summary>
    public int? UpTo { get; init; }

    /// <summary>What the status page, and what the ticket was to say, as the step said; null when it was told nothing.</summary>
    public string? StatusPage { get; init; }
    public string? Ticket { get; init; }

    /// <summary>When it was decided, from which the next one counts.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>One list for each channel's branch.</summary>
    public required ImmutableArray<ImmutableArray<Delivery>> Deliveries { get; init; }
}

/// <summary>The post-incident workflow tells what became of one step.</summary>
public sealed record RecordAftermath : WorkflowCommand
{
    /// <summary>As the step said.</summary>
    public required AftermathStep Step { get; init; }
    public string? Item { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>One list for each channel's branch.</summary>
    public required ImmutableArray<ImmutableArray<Delivery>> Deliveries { get; init; }
}

public sealed record AddItem : IncidentCommand
{
    public required Actor By { get; init; }

    /// <summary>See <see cref="FollowUpItem"/>.</summary>
    public required string Text { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? Due { get; init; }
}

/// <summary>Gives an item an owner, a due date or both; what is null stays as it is.</summary>
public sealed record AssignItem : IncidentCommand
{
    public required Actor By { get; init; }
    public required string ItemId { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? Due { get; init; }
}

public sealed record FinishItem : IncidentCommand
{
    public required Actor By { get; init; }
    public required string ItemId { get; init; }
}

/// <summary>A workflow tells what its step was about a mail to customers: the approvers were asked, policy sends it, or it is in doubt.</summary>
public sealed record AdvanceMail : WorkflowCommand
{
    public required MailKind Mail { get; init; }
}

/// <summary>A workflow is about to send a mail to customers. Only the answer that says so lets it.</summary>
public sealed record IntendMail : WorkflowCommand
{
    public required MailKind Mail { get; init; }
}

/// <summary>A workflow tells what became of a mail that it intended.</summary>
public sealed record RecordMail : WorkflowCommand
{
    public required MailKind Mail { get; init; }
    public required ImmutableArray<Delivery> Deliveries { get; init; }
}

/// <summary>A person decides about a mail to customers.</summary>
public sealed record DecideMail : IncidentCommand
{
    public required Actor By { get; init; }
    public required MailKind Mail { get; init; }

    /// <summary>False: it is dropped.</summary>
    public required bool Send { get; init; }

    /// <summary>What is added to the mail, or why it is dropped; null for nothing. At most 2,000 characters.</summary>
    public string? Text { get; init; }
}
