namespace IncidentServerless.LocalCloud.Faults;

/// <summary>A standard queue delivers at least once and in no order; this makes it so.</summary>
public sealed record QueueFault
{
    /// <summary>The queue's logical id or name. Null: any.</summary>
    public string? Queue { get; init; }

    /// <summary>Part of the message's body. Null: any message.</summary>
    public string? BodyContains { get; init; }

    /// <summary>How often it happens. Default: once. Null: until it is removed.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>A second copy, with the same message id, becomes visible so much later. Null: none.</summary>
    public TimeSpan? RepeatAfter { get; init; }

    /// <summary>The message becomes visible so much later, behind those that are sent meanwhile. Null: at once.</summary>
    public TimeSpan? HoldBack { get; init; }

    internal bool Fits(string name, string? logicalId, string body) =>
        (Queue is null || Queue == name || Queue == logicalId) && (BodyContains is null || body.Contains(BodyContains, StringComparison.Ordinal));
}
