namespace IncidentServerless.EventPatterns.Matching;

/// <summary>A scalar that an event has at a field's path: where, and whether the field's tests accept it.</summary>
internal readonly record struct Occurrence(Placement Placement, bool Accepted);
