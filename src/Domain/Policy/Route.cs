using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>Signals whose facts match its pattern are of this type and base severity.</summary>
/// <param name="Name">Unique; shown as the reason. 1 to 80 characters on one line.</param>
public sealed record Route(string Name, IncidentType Type, SeverityLevel Severity);
