using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Retry and Catch of a Task, a Parallel or a Map. Each retrier counts for itself; the first that names the error decides.</summary>
internal sealed record FailurePolicy(IReadOnlyList<Retrier> Retriers, IReadOnlyList<Catcher> Catchers)
{
    public static readonly string[] Fields = ["Retry", "Catch"];

    public static FailurePolicy Read(DefinitionNode node) =>
        new([.. node.Items("Retry").Select(Retrier.Read)], [.. node.Items("Catch").Select(Catcher.Read)]);

    /// <param name="givenUp">Told of a failure that is not retried; answers it with the event that tells of it.</param>
    public async Task<StateExit> RunAsync(Visit visit, Func<Task<StateExit>> attempt, Func<StatesError, long>? givenUp = null)
    {
        var strand = visit.Strand;
        var tried = new int[Retriers.Count];
        while (true)
        {
            StatesError failure;
            try
            {
                return await attempt();
            }
            catch (StatesError thrown)
            {
                failure = thrown;
            }

            strand.LastEvent = failure.EventId;
            var retrier = Find(failure);
            if (retrier >= 0 && tried[retrier] < Retriers[retrier].MaxAttempts)
            {
                var delay = Retriers[retrier].Delay(tried[retrier]++, strand.Execution, failure);
                visit.Retries++;
                strand.Execution.CountTransition();
                await strand.SleepUntilAsync(strand.World.Clock.UtcNow + delay);
                continue;
            }

            if (givenUp is not null)
            {
                strand.LastEvent = failure.EventId = givenUp(failure);
            }

            for (var index = 0; index < Catchers.Count; index++)
            {
                if (Catchers[index].Matches(failure))
                {
                    return await Catchers[index].LeaveAsync(visit, failure, index);
                }
            }

            throw failure;
        }
    }

    private int Find(StatesError failure)
    {
        for (var index = 0; index < Retriers.Count; index++)
        {
            if (Retriers[index].Matches(failure))
            {
                return index;
            }
        }

        return -1;
    }
}
