using System.Collections.Concurrent;
using System.ComponentModel;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>The functions' processes. They outlive a world: the next one reuses those whose code, command and environment are the same.</summary>
/// <param name="maximumProcesses">Of one function at a time; further invocations wait.</param>
/// <param name="patience">How much longer than its timeout a function may take, in real time.</param>
internal sealed class LambdaHost(int maximumProcesses, TimeSpan patience) : IAsyncDisposable
{
    // A process is known before it starts: one that starts quickly asks for its first event before its starter goes on.
    private readonly ConcurrentDictionary<string, Lazy<FunctionProcess>> processes = new();
    private readonly ConcurrentDictionary<string, FunctionPool> pools = new();
    private readonly ChildGuard guard = new();

    /// <summary>The local cloud's address, which the processes are told.</summary>
    public Uri Endpoint { get; set; } = null!;

    /// <summary>Told each line that a process writes.</summary>
    public Action<FunctionProcess, string> Logged { get; set; } = (_, _) => { };

    public FunctionProcess? Find(string id) => processes.GetValueOrDefault(id)?.Value;

    private IEnumerable<FunctionProcess> Started => processes.Values.Where(process => process.IsValueCreated).Select(process => process.Value);

    public async Task<InvocationResult> InvokeAsync(Invocation invocation, LaunchCommand command)
    {
        var pool = pools.GetOrAdd(Key(invocation.Function, command), key => new FunctionPool(key, maximumProcesses));
        while (true)
        {
            FunctionProcess process;
            try
            {
                process = await pool.RentAsync(() => Start(pool.Key, invocation, command), invocation.Abandoned);
            }
            catch (OperationCanceledException)
            {
                return InvocationResult.NotStarted(invocation.RequestId, "the world has ended");
            }
            catch (Win32Exception failure)
            {
                return InvocationResult.NotStarted(invocation.RequestId, $"fork/exec {command.FileName}: {failure.Message}");
            }
            var result = await process.InvokeAsync(invocation, patience);
            pool.Return(process);
            if (result is not null)
                return result;
        }
    }

    /// <summary>Ends the processes that are busy for a world, which is about to end.</summary>
    public Task AbandonAsync(object world) => EndAsync([.. Started.Where(process => process.Current?.World == world)]);

    /// <summary>Ends the processes that none of these functions can use, since their code, command or environment is another: each holds much memory.</summary>
    public Task RetireAsync(IEnumerable<(FunctionConfiguration Function, LaunchCommand Command)> kept)
    {
        var keys = kept.Select(each => Key(each.Function, each.Command)).ToHashSet();
        return EndAsync([.. Started.Where(process => !keys.Contains(process.Key))]);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync([.. Started]);
        guard.Dispose();
    }

    internal void Guard(int processId) => guard.Started(processId);

    private FunctionProcess Start(string key, Invocation invocation, LaunchCommand command)
    {
        var id = "ASIA" + Guid.NewGuid().ToString("N")[..16].ToUpperInvariant();
        var environment = FunctionEnvironment.Of(invocation.Function, command, id, Endpoint);
        var starting = processes[id] = new Lazy<FunctionProcess>(() => FunctionProcess.Start(id, key, invocation.Function, command, environment, (from, line) => Logged(from, line)));
        try
        {
            guard.Started(starting.Value.ProcessId);
        }
        catch (Win32Exception)
        {
            processes.TryRemove(id, out _);
            throw;
        }

        _ = ForgetAsync(starting.Value);
        return starting.Value;
    }

    private static Task EndAsync(IReadOnlyCollection<FunctionProcess> ended)
    {
        foreach (var process in ended)
            process.Kill();
        return Task.WhenAll(ended.Select(process => process.Exited));
    }

    private async Task ForgetAsync(FunctionProcess process)
    {
        await process.Exited;
        processes.TryRemove(process.Id, out _);
        guard.Ended(process.ProcessId);
    }

    private static string Key(FunctionConfiguration function, LaunchCommand command) => StableId.Hex(string.Join('\n',
        [
            function.Arn, function.RoleArn, function.Handler, function.MemorySize.ToString(), function.Timeout.ToString(),
            command.FileName, command.TaskRoot, .. command.Arguments,
            .. function.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal).Select(variable => $"{variable.Key}={variable.Value}"),
        ]), 32);
}
