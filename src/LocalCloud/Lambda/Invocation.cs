namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>One event on its way through a function's process.</summary>
/// <param name="Deadline">On the cloud's clock: when the function's time is over.</param>
/// <param name="Index">Counts the function's invocations in this world, from 1.</param>
/// <param name="World">The world that asks, so that the calls which the function makes reach it.</param>
/// <param name="Abandoned">The world has ended: an invocation that waits for a process is given up.</param>
internal sealed record Invocation(string RequestId, string Payload, FunctionConfiguration Function, DateTimeOffset Deadline, int Index, object World, CancellationToken Abandoned)
{
    private int calls;

    public TaskCompletionSource<InvocationResult> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The function's process has taken it.</summary>
    public bool Delivered { get; set; }

    /// <summary>Numbers the calls that the function makes during it, from 1.</summary>
    public int NextCall() => Interlocked.Increment(ref calls);
}
