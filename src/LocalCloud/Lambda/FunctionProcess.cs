using System.Diagnostics;
using System.Threading.Channels;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>A running copy of a function: one child process, one invocation at a time.</summary>
internal sealed class FunctionProcess
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(2);

    private readonly Channel<Invocation> waiting = Channel.CreateUnbounded<Invocation>();
    private readonly Process process;
    private readonly Action<FunctionProcess, string> logged;
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Invocation? current;
    private volatile Invocation? latest;
    private volatile string? initializationError;

    private FunctionProcess(string id, string key, Process process, Action<FunctionProcess, string> logged)
    {
        Id = id;
        Key = key;
        this.process = process;
        this.logged = logged;
    }

    /// <summary>Names it: in the Runtime API's path, and as access key id.</summary>
    public string Id { get; }

    /// <summary>Code, command and environment: processes of one key can stand in for each other.</summary>
    public string Key { get; }

    public int ProcessId { get; private init; }

    public required FunctionConfiguration Function { get; init; }

    public bool Alive => !exited.Task.IsCompleted;

    /// <summary>It has taken an event at some time: its start went well.</summary>
    public bool Served { get; private set; }

    /// <summary>The invocation that runs now, or null.</summary>
    public Invocation? Current => current;

    /// <summary>The invocation that runs now, or the last one that did: what the process writes belongs to it. Null before the first.</summary>
    public Invocation? Latest => latest;

    public Task Exited => exited.Task;

    public static FunctionProcess Start(string id, string key, FunctionConfiguration function, LaunchCommand command, IReadOnlyDictionary<string, string> environment, Action<FunctionProcess, string> logged)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = command.TaskRoot,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        var started = new FunctionProcess(id, key, process, logged) { ProcessId = process.Id, Function = function };
        _ = started.WatchAsync();
        return started;
    }

    /// <summary>Gives the event to the process and waits for its answer. Null if the process ended before it took the event.</summary>
    /// <param name="patience">How much longer than the function's timeout it may take, in real time.</param>
    public async Task<InvocationResult?> InvokeAsync(Invocation invocation, TimeSpan patience)
    {
        latest = current = invocation;
        waiting.Writer.TryWrite(invocation);
        var timeout = invocation.Function.Timeout + patience + (Served ? TimeSpan.Zero : StartLimit);
        try
        {
            await Task.WhenAny(invocation.Completion.Task, exited.Task).WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            invocation.Completion.TrySetResult(InvocationResult.TimedOut(invocation.RequestId, invocation.Function.Timeout));
            Kill();
            await exited.Task;
        }
        if (!invocation.Completion.Task.IsCompleted && (invocation.Delivered || !Served))
            invocation.Completion.TrySetResult(initializationError is { } error
                ? InvocationResult.Failure(invocation.RequestId, error)
                : InvocationResult.Exit(invocation.RequestId, process.ExitCode));
        current = null;
        return invocation.Completion.Task.IsCompleted ? await invocation.Completion.Task : null;
    }

    /// <summary>The Runtime API's <c>next</c>: waits for an event.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellation)
    {
        var invocation = await waiting.Reader.ReadAsync(cancellation);
        Served = true;
        invocation.Delivered = true;
        return invocation;
    }

    /// <summary>The Runtime API's <c>init/error</c>: the process says why it cannot start, and then ends. The invocation fails when it has ended.</summary>
    /// <param name="error">JSON text.</param>
    public async Task FailInitializationAsync(string error)
    {
        initializationError = error;
        await Task.WhenAny(exited.Task, Task.Delay(ExitLimit));
        Kill();
    }

    public void Kill()
    {
        if (Alive)
            process.Kill(entireProcessTree: true);
    }

    private async Task WatchAsync()
    {
        await Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError), process.WaitForExitAsync());
        exited.TrySetResult();
    }

    private async Task ReadAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
            logged(this, line);
    }
}
