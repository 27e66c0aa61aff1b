namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>The processes of one function: idle ones first, a new one while there are few, else the caller waits its turn.</summary>
internal sealed class FunctionPool(string key, int maximum)
{
    private readonly Lock gate = new();
    private readonly Stack<FunctionProcess> idle = [];
    private readonly SemaphoreSlim room = new(maximum);

    public string Key { get; } = key;

    public async Task<FunctionProcess> RentAsync(Func<FunctionProcess> start, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        try
        {
            lock (gate)
                while (idle.TryPop(out var process))
                    if (process.Alive)
                        return process;
            return start();
        }
        catch
        {
            room.Release();
            throw;
        }
    }

    public void Return(FunctionProcess process)
    {
        lock (gate)
            if (process.Alive)
                idle.Push(process);
        room.Release();
    }
}
