namespace IncidentServerless.EventPatterns.Matching;

/// <summary>
/// What an event shows of a field. A scalar inside an element (an object or array) of an array counts apart, since other
/// fields may have to come from the same element.
/// </summary>
[Flags]
internal enum Sighting
{
    None = 0,
    Seen = 1,
    Accepted = 2,
    SeenInElement = 4,
    AcceptedInElement = 8,
}
