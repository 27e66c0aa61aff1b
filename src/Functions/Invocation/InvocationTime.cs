using Amazon.Lambda.Core;
using IncidentServerless.Functions.Configuration;

namespace IncidentServerless.Functions.Invocation;

/// <summary>When an invocation began: its deadline less the configured timeout. It comes with the message, so that a run on a virtual clock decides as a real one would.</summary>
public sealed class InvocationTime(Settings settings)
{
    private const int Readings = 5;

    /// <summary>The start of the invocation, UTC, to the millisecond.</summary>
    public DateTimeOffset Now(ILambdaContext context)
    {
#pragma warning disable RS0030 // The remaining time is counted from this clock; together they give the deadline, in which the clock cancels out.
        // A pause between the two readings of it makes the sum too early, never too late: the latest of a few is the deadline.
        var deadline = Enumerable.Range(0, Readings).Max(_ => DateTimeOffset.UtcNow + context.RemainingTime);
#pragma warning restore RS0030
        var milliseconds = (long)Math.Round((deadline - settings.Timeout - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
