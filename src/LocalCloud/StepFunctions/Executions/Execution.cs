using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Tasks;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>One execution of a state machine, from its start to its end and beyond.</summary>
internal sealed class Execution
{
    private readonly Lock gate = new();
    private readonly StrandGroup group = new();
    private readonly List<Action> afterwards = [];
    private readonly Action<Execution> changed;
    private IDisposable? timeout;
    private int tokens;
    private int transitions;

    /// <param name="inputText">As it was given: what descriptions repeat.</param>
    /// <param name="changed">Told of each new status, while the clock is held.</param>
    public Execution(World world, StateMachine machine, string name, string inputText, JsonElement input, Action<Execution> changed)
    {
        World = world;
        Machine = machine;
        Name = name;
        InputText = inputText;
        Input = input;
        this.changed = changed;
        Arn = machine.ExecutionArn(name);
        StartDate = world.Clock.UtcNow;
    }

    public World World { get; }

    public StateMachine Machine { get; }

    public string Arn { get; }

    public string Name { get; }

    public string InputText { get; }

    public JsonElement Input { get; }

    public DateTimeOffset StartDate { get; }

    public History History { get; } = new();

    public ExecutionEnd? End { get; private set; }

    public string Status => End?.Status ?? "RUNNING";

    public int Transitions => Volatile.Read(ref transitions);

    public void CountTransition() => Interlocked.Increment(ref transitions);

    public string NextToken() => TaskTokens.Token(Arn, Interlocked.Increment(ref tokens));

    /// <summary>Begins to run; returns at once. The clock is held from here on whenever the execution can go on.</summary>
    public void Start()
    {
        History.Append("ExecutionStarted", 0, StartDate, new JsonObject
        {
            ["input"] = InputText,
            ["inputDetails"] = EventDetails.NotTruncated(),
            ["roleArn"] = Machine.RoleArn,
        });
        var main = Strand.Main(this, group);
        Tell(() => changed(this));
        if (Machine.Definition.TimeoutSeconds is { } seconds)
        {
            timeout = World.Clock.Schedule(StartDate.AddSeconds(seconds), () =>
            {
                Close(new ExecutionEnd("TIMED_OUT", World.Clock.UtcNow, null, null, null), "ExecutionTimedOut", 0, EventDetails.Error("States.Timeout", null));
                return Task.CompletedTask;
            });
        }

        // One scheduler for the execution: its strands take turns, so that they need no locks and keep their order.
        _ = Task.Factory.StartNew(
            () => RunAsync(main), CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    }

    /// <summary>Ends it as ABORTED; does nothing to one that has ended.</summary>
    public void Stop(string? error, string? cause) =>
        Close(new ExecutionEnd("ABORTED", World.Clock.UtcNow, null, error, cause), "ExecutionAborted", 0, EventDetails.Error(error, cause));

    /// <summary>Calls back when the execution has ended, at once if it has.</summary>
    public void WhenClosed(Action callback)
    {
        lock (gate)
        {
            if (End is null)
            {
                afterwards.Add(callback);
                return;
            }
        }

        callback();
    }

    private async Task RunAsync(Strand main)
    {
        using (main)
        {
            try
            {
                var output = Json.Text(await WorkflowRun.RunAsync(Machine.Definition.Workflow, main, Input));
                Close(
                    new ExecutionEnd("SUCCEEDED", World.Clock.UtcNow, output, null, null),
                    "ExecutionSucceeded",
                    main.LastEvent,
                    new JsonObject { ["output"] = output, ["outputDetails"] = EventDetails.NotTruncated() });
            }
            catch (StatesError failure)
            {
                Fail(failure.Error, failure.Cause, failure.EventId);
            }
            catch (Exception ended) when (ended is ExecutionClosedException or StrandAbortedException)
            {
                return;
            }
            catch (Exception fault)
            {
                Fail("States.Runtime", $"The local cloud failed: {fault.GetType().Name}: {fault.Message}", main.LastEvent);
            }
        }
    }

    private void Fail(string? error, string? cause, long previousEventId) => Close(
        new ExecutionEnd("FAILED", World.Clock.UtcNow, null, error, cause), "ExecutionFailed", previousEventId, EventDetails.Error(error, cause));

    private void Close(ExecutionEnd end, string type, long previousEventId, JsonObject? details)
    {
        using var hold = World.Clock.Hold($"the end of execution {Name}");
        List<Action> callbacks;
        lock (gate)
        {
            if (!History.TryClose(type, previousEventId, end.StopDate, details))
            {
                return;
            }

            End = end;
            callbacks = [.. afterwards];
        }

        timeout?.Dispose();
        group.Stop();
        Tell(() => changed(this));
        callbacks.ForEach(Tell);
    }

    // A listener that fails is not the execution's failure: the clock's owner hears of it.
    private void Tell(Action listener)
    {
        try
        {
            listener();
        }
        catch (Exception failure)
        {
            World.Clock.Schedule(World.Clock.UtcNow, () => Task.FromException(failure));
        }
    }
}

/// <summary>How an execution ended.</summary>
/// <param name="Status">SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Output">JSON text; null unless it succeeded.</param>
internal sealed record ExecutionEnd(string Status, DateTimeOffset StopDate, string? Output, string? Error, string? Cause);
