using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Faults;

/// <summary>Faults that wait for something that they fit. Thread-safe.</summary>
/// <param name="times">How often a fault happens; null for without end.</param>
internal sealed class StandingFaults<T>(Func<T, int?> times) where T : class
{
    private readonly Lock gate = new();
    private readonly List<Standing> all = [];

    private sealed class Standing(T fault, int? left)
    {
        public T Fault { get; } = fault;

        public int? Left { get; set; } = left;
    }

    /// <returns>Disposing it ends the fault.</returns>
    public IDisposable Add(T fault)
    {
        var standing = new Standing(fault, times(fault));
        lock (gate)
            all.Add(standing);
        return new Undo(() => Remove(standing));
    }

    public void Clear()
    {
        lock (gate)
            all.Clear();
    }

    /// <summary>The first that fits and has not happened often enough; it counts as having happened. Null for none.</summary>
    public T? Take(Predicate<T> fits)
    {
        lock (gate)
        {
            if (all.Find(standing => standing.Left is not 0 && fits(standing.Fault)) is not { } found)
                return null;
            found.Left--;
            return found.Fault;
        }
    }

    private void Remove(Standing standing)
    {
        lock (gate)
            all.Remove(standing);
    }
}
