using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Faults;

/// <summary>The faults of a world: of its functions' calls, its queues and its workflows' tasks. It records all calls that functions make, so that a test can list them and then break each.</summary>
public sealed class FaultBoard
{
    private readonly Lock gate = new();
    private readonly StandingFaults<Fault> faults = new(fault => fault.Times);
    private readonly StandingFaults<QueueFault> queueFaults = new(fault => fault.Times);
    private readonly StandingFaults<WorkflowFault> workflowFaults = new(fault => fault.Times);
    private readonly List<OutgoingCall> calls = [];

    /// <summary>All calls that functions made so far, in order.</summary>
    public IReadOnlyList<OutgoingCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <returns>Disposing it ends the fault.</returns>
    public IDisposable Add(Fault fault) => faults.Add(fault);

    /// <inheritdoc cref="Add(Fault)"/>
    public IDisposable Add(QueueFault fault) => queueFaults.Add(fault);

    /// <inheritdoc cref="Add(Fault)"/>
    public IDisposable Add(WorkflowFault fault) => workflowFaults.Add(fault);

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        faults.Clear();
        queueFaults.Clear();
        workflowFaults.Clear();
    }

    /// <summary>Notes a call, and says what goes wrong with it: the first fault that fits, or null.</summary>
    internal FaultEffect? Note(OutgoingCall call)
    {
        lock (gate)
            calls.Add(call);
        return faults.Take(fault => fault.Fits(call))?.Effect;
    }

    /// <summary>What goes wrong with a message that enters a queue, or null.</summary>
    internal QueueFault? Take(string queue, string? logicalId, string body) => queueFaults.Take(fault => fault.Fits(queue, logicalId, body));

    /// <summary>What goes wrong with the call of a Task state, or null.</summary>
    internal WorkflowFault? Take(string stateMachine, TaskRequest request) => workflowFaults.Take(fault => fault.Fits(stateMachine, request));
}
