namespace IncidentServerless.LocalCloud.Clock;

/// <summary>Runs <paramref name="action"/> on the first disposal, and never again.</summary>
internal sealed class Undo(Action action) : IDisposable
{
    private Action? action = action;

    public void Dispose() => Interlocked.Exchange(ref action, null)?.Invoke();
}
