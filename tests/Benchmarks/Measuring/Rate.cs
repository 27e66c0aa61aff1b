using System.Diagnostics;

namespace IncidentServerless.Benchmarks.Measuring;

/// <summary>How often something can be done in a second.</summary>
internal static class Rate
{
    private const int Rounds = 7;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Does it for a second to warm up, then for seven times a second; the median of those.</summary>
    /// <param name="pass">One pass.</param>
    /// <param name="each">How many a pass does.</param>
    public static async Task<double> OfAsync(Func<Task> pass, int each)
    {
        await OnceAsync(pass, each);
        var samples = new Samples();
        for (var round = 0; round < Rounds; round++)
        {
            samples.Add(await OnceAsync(pass, each));
        }

        return samples.Median;
    }

    private static async Task<double> OnceAsync(Func<Task> pass, int each)
    {
        var done = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Round)
        {
            await pass();
            done += each;
        }

        return done / watch.Elapsed.TotalSeconds;
    }
}
