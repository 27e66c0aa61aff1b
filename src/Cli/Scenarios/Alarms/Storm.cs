using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Alarms;

/// <summary>One event sent many times, as queues and flapping alarms do.</summary>
/// <param name="Copies">How many different events there are, each with an id of its own.</param>
/// <param name="Apart">How much later each copy occurred than the one before.</param>
/// <param name="Deliveries">How often each is delivered, with the same id.</param>
/// <param name="Shuffle">Chooses the order; null for the order in which they occurred.</param>
public sealed record Storm(int Copies, TimeSpan Apart, int Deliveries, int? Shuffle)
{
    public static Storm One { get; } = new(1, TimeSpan.Zero, 1, null);

    internal static Storm Read(StoryMembers members) => new(
        members.Count("copies", 1, least: 1),
        members.OptionalTime("apart") ?? TimeSpan.Zero,
        members.Count("deliveries", 1, least: 1),
        members.OptionalCount("shuffle"));

    /// <summary>The numbers of the copies, from 0, in the order of delivery. The same seed gives the same order.</summary>
    public IReadOnlyList<int> Order()
    {
        int[] order = [.. Enumerable.Range(0, Deliveries).SelectMany(_ => Enumerable.Range(0, Copies))];
        if (Shuffle is { } seed)
        {
            new Random(seed).Shuffle(order);
        }

        return order;
    }
}
