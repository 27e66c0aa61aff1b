using IncidentServerless.Domain.Evidence;

namespace IncidentServerless.Domain.Tests.Evidence;

internal static class Mixed
{
    /// <summary>The same entries in another order, some of them twice.</summary>
    public static Gathered<T> Of<T>(Gathered<T>? gathered, Random random)
    {
        T[] items = [.. gathered!.Items, .. gathered.Items.Where(_ => random.Next(2) == 0)];
        random.Shuffle(items);
        return Gathered<T>.Of([.. items]);
    }
}
