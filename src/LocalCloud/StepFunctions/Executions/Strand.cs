using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>
/// One line of states of an execution: the main one, a branch, an iteration. It holds the clock while it runs and lets go while it waits.
/// All strands of an execution take turns on one scheduler, so nothing in them runs at the same time.
/// </summary>
internal sealed class Strand : IDisposable
{
    private IDisposable hold;

    private Strand(Execution execution, StrandGroup group, VariableScope variables)
    {
        Execution = execution;
        Group = group;
        Variables = variables;
        hold = execution.World.Clock.Hold($"execution {execution.Name} of {execution.Machine.Name}");
    }

    public Execution Execution { get; }

    public VariableScope Variables { get; }

    public World World => Execution.World;

    /// <summary>What the next event points back to.</summary>
    public long LastEvent { get; set; }

    /// <summary>Whether this is a branch of a Parallel.</summary>
    public bool IsBranch { get; private init; }

    /// <summary>The item of the innermost Map around; null outside of Maps.</summary>
    public MapItem? Item { get; private init; }

    /// <summary>Those who are given up together with this strand.</summary>
    public StrandGroup Group { get; }

    private bool IsMain => !IsBranch && Item is null;

    public static Strand Main(Execution execution, StrandGroup group) => new(execution, group, new VariableScope());

    public Strand Branch(StrandGroup members) => new(Execution, members, new VariableScope(Variables)) { IsBranch = true, Item = Item, LastEvent = LastEvent };

    public Strand Iteration(StrandGroup members, MapItem item, long after) =>
        new(Execution, members, new VariableScope(Variables)) { Item = item, LastEvent = after };

    /// <summary>Adds an event that points back to <see cref="LastEvent"/>, and becomes it.</summary>
    public long Append(string type, JsonObject? details = null) => LastEvent = Append(type, LastEvent, details);

    /// <summary>Adds an event beside the line: <see cref="LastEvent"/> stays.</summary>
    public long Append(string type, long previousEventId, JsonObject? details = null) =>
        Execution.History.Append(type, previousEventId, World.Clock.UtcNow, details);

    /// <exception cref="StrandAbortedException">A sibling failed.</exception>
    public void ThrowIfAborted()
    {
        if (Group.Aborted.IsCancellationRequested)
        {
            throw new StrandAbortedException(Group.FailureEventId);
        }
    }

    /// <summary>Lets siblings have their turn, so that branches go forward side by side.</summary>
    public async ValueTask TakeTurnsAsync()
    {
        if (!IsMain)
        {
            await Task.Yield();
            ThrowIfAborted();
        }
    }

    public Wakeup<T> NewWakeup<T>(string reason) => new(World.Clock, reason, Group.Aborted);

    /// <summary>Waits and lets time pass.</summary>
    public async Task<T> WaitAsync<T>(Wakeup<T> wakeup)
    {
        hold.Dispose();
        var waking = await wakeup.TakeAsync();
        hold = waking.Hold;
        if (waking.Aborted)
        {
            throw new StrandAbortedException(Group.FailureEventId);
        }

        return waking.Value;
    }

    public async Task SleepUntilAsync(DateTimeOffset moment)
    {
        if (moment <= World.Clock.UtcNow)
        {
            return;
        }

        using var wakeup = NewWakeup<bool>($"execution {Execution.Name} wakes up");
        using var timer = World.Clock.Schedule(moment, () =>
        {
            wakeup.TryWake(true);
            return Task.CompletedTask;
        });
        await WaitAsync(wakeup);
    }

    public void Dispose() => hold.Dispose();
}

/// <summary>What <c>$states.context.Map.Item</c> tells.</summary>
internal sealed record MapItem(int Index, JsonElement Value);
