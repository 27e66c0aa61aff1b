using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>One log event of a subscription's payload.</summary>
/// <param name="Id">CloudWatch's; null when the payload gives none.</param>
/// <param name="At">UTC; null when the payload gives none that can be read.</param>
internal sealed record LogEvent(string? Id, DateTimeOffset? At, string Message);

/// <summary>What a subscription sends.</summary>
/// <param name="Account">12 digits, or <c>unknown</c>.</param>
/// <param name="Stream">Null when it names none.</param>
internal sealed record LogPayload(string MessageType, string Account, string Group, string? Stream, ImmutableArray<LogEvent> Events)
{
    /// <summary>CloudWatch only tries whether somebody listens.</summary>
    public bool IsControl => MessageType == "CONTROL_MESSAGE";
}
