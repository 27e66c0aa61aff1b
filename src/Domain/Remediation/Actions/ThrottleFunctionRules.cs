namespace IncidentServerless.Domain.Remediation.Actions;

internal static class ThrottleFunctionRules
{
    /// <summary>Lambda refuses a reservation that leaves all other functions less than this.</summary>
    private const int LeastUnreserved = 100;

    /// <summary>Below so many, errors are no sign of anything.</summary>
    private const double FewErrors = 60;

    public static string? Refusal(ThrottleFunction throttle, FunctionState state)
    {
        if (state.Reserved is { } reserved && reserved <= throttle.Limit)
        {
            return $"the function is limited to {reserved} concurrent executions already";
        }

        if (state.Unreserved is not { } unreserved)
        {
            return "it is not known how much concurrency the account's other functions would have left";
        }

        var left = unreserved + (state.Reserved ?? 0) - throttle.Limit;
        return left < LeastUnreserved
            ? $"it would leave {left} concurrent executions to all other functions; at least {LeastUnreserved} must stay unreserved"
            : null;
    }

    public static Judgement Judge(ThrottleFunction throttle, FunctionMeasured use, int attempt)
    {
        var invocations = UseRate.AnHour(use.Invocations, use.Minutes);
        var judgement = UseRate.Judge(throttle.InvocationsAnHour, invocations, "invocations", attempt);
        return UseRate.AnHour(use.Errors, use.Minutes) is { } errors && errors >= FewErrors && errors > (invocations ?? 0) / 2
            ? new(Verdict.Worse, $"{judgement.Sentence} But {Messages.Text.Numbers.Count(errors)} an hour now fail, more than half.")
            : judgement;
    }
}
