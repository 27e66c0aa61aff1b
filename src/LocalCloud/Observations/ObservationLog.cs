using System.Collections;
using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Observations;

/// <summary>What happened in a world, in order. Safe to read while things happen: a reader sees what was there when it began.</summary>
public sealed class ObservationLog(ICloudClock clock) : IReadOnlyCollection<Observation>
{
    private readonly Lock gate = new();
    private readonly List<Observation> all = [];

    /// <summary>Raised for each observation, in order, while it is added; a handler must be quick and must not wait for the cloud.</summary>
    public event Action<Observation>? Added;

    public int Count
    {
        get
        {
            lock (gate)
                return all.Count;
        }
    }

    public IReadOnlyList<T> Of<T>() where T : Observation => [.. this.OfType<T>()];

    public IEnumerator<Observation> GetEnumerator()
    {
        lock (gate)
            return all.ToList().GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Observation observation)
    {
        lock (gate)
        {
            var stamped = observation with { At = clock.UtcNow };
            all.Add(stamped);
            Added?.Invoke(stamped);
        }
    }
}
