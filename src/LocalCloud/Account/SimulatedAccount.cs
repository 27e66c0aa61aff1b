using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Account;

/// <summary>The services that are not emulated: what they answer is a scenario's to say. The first answer that fits is given.</summary>
public sealed class SimulatedAccount
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<AccountAnswer>> answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, byte> made = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<AccountAnswer, int> given = new(ReferenceEqualityComparer.Instance);
    private readonly ObservationLog observations;

    /// <param name="answers">By call: <c>service:Operation</c>, the service as <c>aws-sdk:</c> names it (<c>cloudwatchlogs</c>, <c>costexplorer</c>).</param>
    /// <exception cref="AccountAnswerException">An answer is not of the right shape.</exception>
    internal SimulatedAccount(JsonObject answers, ObservationLog observations)
    {
        this.observations = observations;
        foreach (var (call, list) in answers)
            Answer(call, list as JsonArray ?? throw new AccountAnswerException($"The answers to {call} must be a list."));
    }

    /// <summary>Whether a scenario has anything to say on this call.</summary>
    public bool Knows(string call) => answers.ContainsKey(call);

    /// <summary>Replaces the answers to a call.</summary>
    /// <exception cref="AccountAnswerException">An answer is not of the right shape, or can never be given.</exception>
    public void Answer(string call, JsonArray list)
    {
        if (call.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
            throw new AccountAnswerException($"'{call}' names no call: write service:Operation, for example lambda:PutFunctionConcurrency.");
        var read = list.Select(answer => AccountAnswer.Read(call, answer)).ToList();
        if (read.SkipLast(1).Any(answer => answer is { When: null, After: null, Times: null }))
            throw new AccountAnswerException($"An answer to {call} without 'when', 'after' and 'times' must come last: the ones behind it would never be given.");
        answers[call] = read;
    }

    // Asked last, since it counts.
    private bool IsLeft(AccountAnswer answer) =>
        answer.Times is not { } times || given.AddOrUpdate(answer, 1, (_, before) => before + 1) <= times;

    /// <exception cref="AwsError">The scenario says that the call fails, or says nothing.</exception>
    internal JsonNode? Call(string service, string operation, JsonObject input)
    {
        var call = $"{service}:{operation}";
        var text = input.Compact();
        var answer = answers.GetValueOrDefault(call)?.FirstOrDefault(candidate =>
            (candidate.After is null || made.ContainsKey(candidate.After)) && (candidate.When is null || candidate.When.Matches(text)) && IsLeft(candidate));
        if (answer is null)
        {
            var missing = $"The simulated account has no answer to {call} for {text}: add one to the scenario's 'account'.";
            observations.Add(new AccountCalled(call, input, null, missing));
            throw new AwsError("MissingAnswer", missing, 501);
        }
        made[call] = 0;
        observations.Add(new AccountCalled(call, input, answer.Answer, answer.Error));
        return answer.Error is null ? answer.Answer?.DeepClone() : throw new AwsError(answer.Error, answer.Message, answer.Status);
    }
}
