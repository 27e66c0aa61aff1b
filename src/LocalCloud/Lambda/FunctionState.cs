using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>What a world counts about a function.</summary>
internal sealed class FunctionState(FunctionConfiguration configuration)
{
    private int invocations;
    private int running;

    public FunctionConfiguration Configuration { get; } = configuration;

    public int NextIndex() => Interlocked.Increment(ref invocations);

    /// <summary>Takes a place among those that run at the same time, until disposed.</summary>
    /// <exception cref="AwsError">The reserved concurrency is used up.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref running) > (Configuration.ReservedConcurrency ?? int.MaxValue))
        {
            Interlocked.Decrement(ref running);
            throw new AwsError("TooManyRequestsException", "Rate Exceeded.", 429);
        }
        return new Undo(() => Interlocked.Decrement(ref running));
    }
}
