using System.Collections.Immutable;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.Storage;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>Something that must hold when the story is over.</summary>
public abstract record Expectation
{
    /// <summary>Why it does not hold, a text each: what was expected and what was seen. Empty when it holds.</summary>
    internal abstract IEnumerable<string> Failures(Outcome outcome);
}

/// <summary>What a story has come to.</summary>
/// <param name="Start">The story's first moment.</param>
/// <param name="Sent">Every message to people, in order.</param>
/// <param name="Observations">Everything that happened, in order.</param>
internal sealed record Outcome(
    DateTimeOffset Start,
    IReadOnlyList<SentMessage> Sent,
    ImmutableArray<IncidentRecord> Incidents,
    ImmutableArray<LedgerEntry> Ledger,
    IReadOnlyList<Observation> Observations);
