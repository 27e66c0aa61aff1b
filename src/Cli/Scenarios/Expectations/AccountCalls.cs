using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>So many calls of a service of the account that is not emulated. A call that changes something and that no such expectation describes is a failure of its own.</summary>
/// <param name="Call">For example <c>lambda:PutFunctionConcurrency</c>.</param>
/// <param name="With">An EventBridge pattern over the call's input; null for any.</param>
public sealed record AccountCalls(string Call, EventPattern? With, JsonObject? Wanted, int Count) : Expectation
{
    internal static AccountCalls? Read(StoryMembers members) =>
        new(members.Text("calls"), members.OptionalPattern("with"), members.OptionalObject("with"), members.Count("count", 1));

    private static readonly string[] ReadingVerbs = ["Get", "List", "Describe", "Filter", "Lookup", "Head", "Simulate"];

    /// <summary>Whether the call can have changed nothing. One that the story has no answer to is worth being told of all the same.</summary>
    internal static bool OnlyReads(AccountCalled called) =>
        called.Error?.StartsWith("The simulated account has no answer", StringComparison.Ordinal) != true
        && called.Call.Split(':') is [_, var operation] && (ReadingVerbs.Any(verb => operation.StartsWith(verb, StringComparison.Ordinal)) || IsQuery(called.Input));

    private static bool IsQuery(JsonObject input) => input["Sql"] is JsonValue sql && sql.ToString().StartsWith("SELECT ", StringComparison.Ordinal);

    internal bool Describes(AccountCalled called) => called.Call == Call && (With?.Matches(called.Input.ToJsonString()) ?? true);

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var seen = outcome.Observations.OfType<AccountCalled>().Count(Describes);
        return seen == Count ? [] : [$"Expected {Count} call(s) of {Call}{(Wanted is null ? "" : $" with {Wanted.ToJsonString()}")}; saw {seen}."];
    }
}
