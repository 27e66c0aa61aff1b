using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What a target was like when the workflow looked, just before it acts: the value that undoing puts back. Actions share a kind where their targets say the same.</summary>
[JsonConverter(typeof(TargetStateConverter))]
public abstract record TargetState;

/// <param name="Reserved">Its reserved concurrency; null when it has none of its own.</param>
/// <param name="Unreserved">The account's concurrency that no function has reserved.</param>
public sealed record FunctionState(int? Reserved, int? Unreserved) : TargetState;

/// <param name="Status">As the Data API says it: <c>STARTED</c>, <c>FINISHED</c>, …</param>
public sealed record StatementState(string? Status) : TargetState;

/// <param name="Quota">Null when the table has no entry for the tenant.</param>
public sealed record QuotaState(double? Quota) : TargetState;

/// <summary>A target that is one thing or another.</summary>
/// <param name="Status">In the words that the action's rules know.</param>
public sealed record StatusState(string? Status) : TargetState;

/// <summary>A target that holds a number.</summary>
/// <param name="Value">Null when it holds none.</param>
public sealed record ValueState(double? Value) : TargetState;

/// <summary>A target of several things.</summary>
/// <param name="Left">How many are still as the action wants to change them.</param>
/// <param name="Total">Of how many.</param>
public sealed record CountState(int? Left, int? Total) : TargetState;

/// <summary>The target could not be looked at.</summary>
/// <param name="Reason">In the service's words, bounded.</param>
public sealed record UnknownState(string? Reason) : TargetState;
