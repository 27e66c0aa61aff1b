using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Account;

/// <summary>One answer that a scenario gives to a call.</summary>
/// <param name="When">Which inputs it is for; null for all.</param>
/// <param name="After">Only when this call (<c>service:Operation</c>) has been made before; null for always.</param>
/// <param name="Times">How often it is given before the next that fits is; null for always.</param>
/// <param name="Answer">The response; null when it fails.</param>
/// <param name="Error">The error's code when it fails.</param>
internal sealed record AccountAnswer(EventPattern? When, string? After, int? Times, JsonNode? Answer, string? Error, string Message, int Status)
{
    private static readonly string[] Known = ["when", "after", "times", "answer", "fail"];

    /// <exception cref="AccountAnswerException">It is not of the right shape.</exception>
    public static AccountAnswer Read(string call, JsonNode? node)
    {
        if (node is not JsonObject answer)
            throw new AccountAnswerException($"An answer to {call} must be an object with 'answer' or 'fail'.");
        if (answer.FirstOrDefault(member => !Known.Contains(member.Key)) is { Key: { } stranger })
            throw new AccountAnswerException($"An answer to {call} has the unknown member '{stranger}'; it may have {string.Join(", ", Known)}.");
        if (answer.ContainsKey("answer") == answer.ContainsKey("fail"))
            throw new AccountAnswerException($"An answer to {call} must have either 'answer' or 'fail'.");
        var failure = answer["fail"];
        return new(
            Pattern(call, answer["when"]),
            answer.Text("after"),
            answer.Number("times"),
            answer["answer"],
            failure is JsonObject details ? details.Text("error") : failure?.ToString(),
            failure.Text("message") ?? "",
            failure.Number("status") ?? 400);
    }

    private static EventPattern? Pattern(string call, JsonNode? when)
    {
        try
        {
            return when is null ? null : EventPattern.Parse(when.Compact());
        }
        catch (EventPatternException fault)
        {
            throw new AccountAnswerException($"The 'when' of an answer to {call} is no event pattern: {fault.Message}");
        }
    }
}

/// <summary>A scenario's answers for the simulated account cannot be used; the message says which, and why.</summary>
public sealed class AccountAnswerException(string message) : Exception(message);
