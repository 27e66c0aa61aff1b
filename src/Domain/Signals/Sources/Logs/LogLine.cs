using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>What one log event says. Nothing in it is a secret any more.</summary>
/// <param name="Text">One line, with the word for its level before it where it has one.</param>
/// <param name="Status">An HTTP status that a structured line names; else null.</param>
internal sealed record LogLine(LogEvent Event, string Text, LogLevel Level, int? Status, ImmutableArray<string> Tenants);
