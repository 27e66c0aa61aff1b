using Jint;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>Breaks off an evaluation that takes too long; loading the scripts may take any time.</summary>
internal sealed class EvaluationDeadline(TimeSpan longest) : Constraint
{
    private bool armed;
    private long started;

    /// <summary>From now on evaluations are limited.</summary>
    public void Arm() => armed = true;

    /// <inheritdoc/>
    public override void Reset() => started = Environment.TickCount64;

    /// <inheritdoc/>
    public override void Check()
    {
        if (armed && Environment.TickCount64 - started > longest.TotalMilliseconds)
        {
            throw new TimeoutException();
        }
    }
}
