using System.Collections.Immutable;
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
    /// <summary>As the step said.</summary>
    public required int UpTo { get; init; }

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
