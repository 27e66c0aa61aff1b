namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>How one function runs, and how it usually does. A number that is null is not known.</summary>
/// <param name="WasIdle">It did not run in the week before.</param>
internal sealed record FunctionRun(
    string Name, double? Invocations, double? UsualInvocations, bool WasIdle, double? Duration, double? UsualDuration, double? Concurrency, double? UsualConcurrency)
{
    /// <summary>Functions that have a name, by it.</summary>
    public static IEnumerable<FunctionRun> Of(Gathered<FunctionUsage>? functions) =>
        from usage in functions.Told()
        where PlainName.Of(usage.Name).Length > 0
        group Of(usage) by usage.Name into same
        select same.Aggregate(Merge);

    private static FunctionRun Of(FunctionUsage usage) => new(
        usage.Name!,
        Series.Sum(usage.Invocations),
        Series.Usual(usage.DailyInvocations) / 24,
        Series.IsIdle(usage.DailyInvocations),
        Series.Average(usage.Durations),
        Series.Usual(usage.DailyDurations),
        Series.Maximum(usage.Concurrency),
        Series.Usual(usage.DailyConcurrency));

    // The larger of everything, so that it does not matter which was told first.
    private static FunctionRun Merge(FunctionRun one, FunctionRun other) => new(
        one.Name,
        Series.Larger(one.Invocations, other.Invocations),
        Series.Larger(one.UsualInvocations, other.UsualInvocations),
        one.WasIdle && other.WasIdle,
        Series.Larger(one.Duration, other.Duration),
        Series.Larger(one.UsualDuration, other.UsualDuration),
        Series.Larger(one.Concurrency, other.Concurrency),
        Series.Larger(one.UsualConcurrency, other.UsualConcurrency));
}
