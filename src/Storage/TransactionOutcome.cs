using Amazon.DynamoDBv2.Model;

namespace IncidentServerless.Storage;

/// <summary>How a conditional transaction ended.</summary>
public enum TransactionOutcome
{
    Written,

    /// <summary>What was read has changed since, or another transaction was at it: read again and decide again.</summary>
    Stale,
}

internal static class TransactionCancellation
{
    /// <summary>Whether reading and deciding again can help: a condition failed or another transaction was in the way, and nothing else was wrong.</summary>
    public static bool IsStale(this TransactionCanceledException cancelled) =>
        cancelled.CancellationReasons is { Count: > 0 } reasons && reasons.All(reason => reason.Code is null or "None" or "ConditionalCheckFailed" or "TransactionConflict");
}
