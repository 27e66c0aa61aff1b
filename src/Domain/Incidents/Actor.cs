namespace IncidentServerless.Domain.Incidents;

/// <summary>Who did something, and how that is known.</summary>
/// <param name="Name">The person or channel, for the timeline.</param>
/// <param name="How">By what way, for example <c>link in the page topic</c>.</param>
/// <param name="Proven">False when the name is only claimed (a broadcast link proves the channel, not the person).</param>
public sealed record Actor(string Name, string How, bool Proven);
