using System.Text.Json;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>A runbook's first state asks BeginRunbook for its context.</summary>
public sealed record RunbookRequest
{
    /// <summary>One of <see cref="RunbookNames"/>.</summary>
    public required string Runbook { get; init; }

    /// <summary>The execution's ARN.</summary>
    public required string Execution { get; init; }

    /// <summary>The state's <c>EnteredTime</c>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The execution's input as somebody wrote it; anything at all. <see cref="RunbookInput"/> reads it.</summary>
    public required JsonElement Input { get; init; }
}
