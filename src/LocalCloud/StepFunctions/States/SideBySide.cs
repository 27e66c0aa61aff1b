using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Runs the members of a group, some at a time, while the strand around them waits.</summary>
internal static class SideBySide
{
    /// <param name="members">Failing it ends those that run and starts no more.</param>
    /// <param name="most">How many may run at once.</param>
    /// <param name="begin">Makes the strand of a member.</param>
    /// <param name="run">Runs a member; its failures are the group's.</param>
    /// <returns>When every member that began has ended.</returns>
    /// <exception cref="StatesError">The group's failure.</exception>
    public static async Task RunAsync(Strand strand, StrandGroup members, IEnumerable<int> all, int most, Func<int, Strand> begin, Func<int, Strand, Task> run)
    {
        using var ended = new Wakeup<bool>(strand.World.Clock, "a Parallel or Map goes on", CancellationToken.None);
        using var waiting = all.GetEnumerator();
        var running = 0;
        Exception? broken = null;

        void Begin()
        {
            while (running < most && !members.Aborted.IsCancellationRequested && waiting.MoveNext())
            {
                running++;
                _ = RunOneAsync(waiting.Current);
            }
        }

        async Task RunOneAsync(int index)
        {
            // Disposed last: its hold bridges the end of one member and the beginning of the next.
            using var member = begin(index);
            try
            {
                await run(index, member);
            }
            catch (StatesError failure)
            {
                members.Fail(failure);
            }
            catch (Exception other)
            {
                broken ??= other is StrandAbortedException ? null : other;
                members.Stop();
            }

            running--;
            Begin();
            if (running == 0)
            {
                ended.TryWake(true);
            }
        }

        Begin();
        if (running > 0)
        {
            await strand.WaitAsync(ended);
        }

        strand.ThrowIfAborted();
        if (members.Failure is { } failed)
        {
            throw failed;
        }

        if (broken is not null)
        {
            throw broken;
        }
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<JsonElement> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }
}
