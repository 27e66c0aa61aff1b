using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>What follows a resolved incident (runbook 5.1). Times count from its resolution and grow from the first to the last.</summary>
/// <param name="Severities">Those that are followed up. Empty: none is.</param>
/// <param name="Owner">Id of the person who sees to it; null when policy names nobody.</param>
/// <param name="SummaryAfter">Summary to stakeholders. 1 h to 30 d, as the others.</param>
/// <param name="PostMortemAfter">Draft of the post-mortem.</param>
/// <param name="PrioritiesAfter">The follow-up items have owners and due dates.</param>
/// <param name="FollowUpAfter">Progress of the follow-up items; then it ends.</param>
public sealed record AftermathPolicy(IReadOnlyList<SeverityLevel> Severities, string? Owner, TimeSpan SummaryAfter, TimeSpan PostMortemAfter, TimeSpan PrioritiesAfter, TimeSpan FollowUpAfter)
{
    public static AftermathPolicy Default { get; } = new([], null, TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14));
}
