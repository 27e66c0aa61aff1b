namespace IncidentServerless.Domain.Customers;

/// <summary>What the status page was told of an incident.</summary>
/// <param name="Status">What it last took; null when it took nothing yet.</param>
/// <param name="PageIncidentId">Statuspage's number of it; null before it has one.</param>
/// <param name="FailedTries">How often in a row it did not take the next thing.</param>
/// <param name="FailedAt">When it last did not; null when it took the last thing.</param>
public sealed record StatusPageTold(string? Status, string? PageIncidentId, int FailedTries = 0, DateTimeOffset? FailedAt = null);
