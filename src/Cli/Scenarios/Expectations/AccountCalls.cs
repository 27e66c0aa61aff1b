using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>So many calls of a service of the account that is not emulated. A call that no such expectation describes is a failure of its own.</summary>
/// <param name="Call">For example <c>lambda:PutFunctionConcurrency</c>.</param>
/// <param name="With">An EventBridge pattern over the call's input; null for any.</param>
public sealed record AccountCalls(string Call, EventPattern? With, JsonObject? Wanted, int Count) : Expectation
{
    internal static AccountCalls? Read(StoryMembers members) =>
        new(members.Text("calls"), members.OptionalPattern("with"), members.OptionalObject("with"), members.Count("count", 1));

    internal bool Describes(AccountCalled called) => called.Call == Call && (With?.Matches(called.Input.ToJsonString()) ?? true);

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var seen = outcome.Observations.OfType<AccountCalled>().Count(Describes);
        return seen == Count ? [] : [$"Expected {Count} call(s) of {Call}{(Wanted is null ? "" : $" with {Wanted.ToJsonString()}")}; saw {seen}."];
    }
}
