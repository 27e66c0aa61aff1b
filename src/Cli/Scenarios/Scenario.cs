using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Script;

namespace IncidentServerless.Cli.Scenarios;

/// <summary>A story: what happens to the suite, and what it must have done in the end.</summary>
/// <param name="Name">The file's name without <c>.json</c>, kebab-case.</param>
/// <param name="Title">One sentence.</param>
/// <param name="Start">The first moment of its virtual clock, UTC.</param>
/// <param name="Policy">A merge patch over the policy that deploys; null for none.</param>
/// <param name="Account">What services answer that are not emulated.</param>
/// <param name="Script">In the order of time.</param>
/// <param name="Until">When the story ends, from its start.</param>
/// <param name="Expectations">What must hold then; what they do not mention must not have been sent.</param>
public sealed record Scenario(
    string Name,
    string Title,
    DateTimeOffset Start,
    JsonObject? Policy,
    JsonObject Account,
    IReadOnlyList<Step> Script,
    TimeSpan Until,
    IReadOnlyList<Expectation> Expectations);
