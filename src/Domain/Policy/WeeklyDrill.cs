using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>A test page that comes every week, so that a broken channel is found before it is needed.</summary>
/// <param name="At">UTC.</param>
/// <param name="Severity">Whose levels are paged; one that pages.</param>
public sealed record WeeklyDrill(DayOfWeek Every, TimeOnly At, SeverityLevel Severity);
