using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Policy;

/// <summary>Signals whose facts match its pattern are of this type and base severity.</summary>
/// <param name="Name">Unique; shown as the reason. 1 to 80 characters on one line.</param>
/// <param name="When">Over the facts of a signal; each source documents its own (alarms: <c>AlarmFactsDocument</c>).</param>
public sealed record Route(string Name, EventPattern When, IncidentType Type, SeverityLevel Severity);
