using IncidentServerless.LocalCloud.Boot;

namespace IncidentServerless.Cli.Serving;

/// <summary>Fires the suite's scheduled rules in real time, as EventBridge does.</summary>
internal static class Schedules
{
    /// <summary>Ends when it is cancelled.</summary>
    public static Task KeepAsync(Cloud cloud, CancellationToken cancellation) =>
        Task.WhenAll(cloud.Schedules.Select(schedule => KeepAsync(cloud, schedule.Key, schedule.Value, cancellation)));

    private static async Task KeepAsync(Cloud cloud, string rule, TimeSpan every, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await cloud.TickAsync(rule);
            }
        }
        catch (OperationCanceledException)
        {
            // It was to end.
        }
    }
}
