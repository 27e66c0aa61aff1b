using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Evidence;

/// <summary>What an assessment makes of the evidence.</summary>
public sealed record Diagnosis
{
    /// <summary>The finding's name, kebab-case: <c>looping-function</c>. Each runbook documents its own.</summary>
    public required string Finding { get; init; }

    /// <summary>The probable cause with its numbers, in one or two sentences; at most 500 characters.</summary>
    public required string Summary { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>What supports it, a sentence each, the strongest first; at most 10 of at most 300 characters.</summary>
    public ImmutableArray<string> Support { get; init; } = [];

    /// <summary>What could not be seen and why, a sentence each.</summary>
    public ImmutableArray<string> NotSeen { get; init; } = [];

    /// <summary>The damage; null when the evidence says nothing of it.</summary>
    public Impact? Impact { get; init; }

    /// <summary>What should be done, in this order. Empty when it is for people to decide.</summary>
    public ImmutableArray<ProposedAction> Plan { get; init; } = [];

    /// <summary>Ids of people in policy who are told besides the incident's own, because it is theirs to mend. May be empty.</summary>
    public ImmutableArray<string> Tell { get; init; } = [];

    /// <summary>Whether people are to be told at once; else it stands on the timeline alone. Nobody is to be woken to hear that nothing was found.</summary>
    public bool WorthTelling { get; init; } = true;
}

/// <param name="Because">Why, as the end of a sentence that begins with the action: <c>it runs 96 times as often as usual</c>. At most 200 characters, without a full stop.</param>
public sealed record ProposedAction(RemediationAction Action, ActionRisk Risk, string Because)
{
    /// <summary>It makes sense only when the action before it in the plan has helped, and is done after that.</summary>
    public bool FollowsTheOneBefore { get; init; }
}
