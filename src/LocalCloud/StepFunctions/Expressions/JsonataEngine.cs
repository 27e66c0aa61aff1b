using System.Collections.Concurrent;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>
/// Evaluates JSONata as Step Functions does: with the reference implementation (npm <c>jsonata</c> 2.0.6) on a thread of its own, which
/// starts, in the background, when the first state machine is created. One engine serves any number of clouds; make one for the process.
/// </summary>
/// <param name="scriptPath">The file <c>jsonata.js</c>, in an npm project <c>node_modules/jsonata/jsonata.js</c>.</param>
/// <param name="longestEvaluation">How long, in real time, one expression may take before it fails. Default: 10 seconds.</param>
public sealed class JsonataEngine(string scriptPath, TimeSpan? longestEvaluation = null) : IDisposable
{
    // jsonata.js evaluates recursively, and each of its calls is many of ours.
    private const int StackSize = 512 * 1024 * 1024;

    private readonly BlockingCollection<Action<JsonataHost>> jobs = [];
    private readonly Lock gate = new();
    private Exception? broken;
    private bool started;

    /// <summary>Begins to load; does not wait. The first evaluation would do it too, and then wait about half a second.</summary>
    public void Warm()
    {
        lock (gate)
        {
            if (started)
            {
                return;
            }

            started = true;
            new Thread(Work, StackSize) { IsBackground = true, Name = "JSONata" }.Start();
        }
    }

    /// <summary>Ends the thread when its work is done.</summary>
    public void Dispose() => jobs.CompleteAdding();

    /// <summary>The answers in order, up to the first that is no value.</summary>
    internal Task<IReadOnlyList<JsonataAnswer>> EvaluateAsync(IReadOnlyList<Expression> expressions, Bindings bindings) =>
        RunAsync(host => host.Evaluate(expressions, bindings));

    /// <summary>For each expression what the service refuses in it.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<ExpressionFault>>> CheckAsync(IReadOnlyList<Expression> expressions) =>
        expressions.All(expression => expression.IsPlainPath)
            ? [.. expressions.Select(_ => Array.Empty<ExpressionFault>())]
            : await RunAsync(host => expressions.Select(host.Check).ToList());

    private Task<T> RunAsync<T>(Func<JsonataHost, T> work)
    {
        Warm();
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        jobs.Add(host =>
        {
            try
            {
                completion.SetResult(broken is null ? work(host) : throw broken);
            }
            catch (Exception failure)
            {
                completion.SetException(failure);
            }
        });
        return completion.Task;
    }

    private void Work()
    {
        JsonataHost? host = null;
        var script = "";
        try
        {
            script = File.ReadAllText(scriptPath);
            host = NewHost(script);
        }
        catch (Exception failure)
        {
            broken = new InvalidOperationException($"JSONata expressions need the file {scriptPath}: {failure.Message} Run npm ci where package.json is.", failure);
        }

        foreach (var job in jobs.GetConsumingEnumerable())
        {
            job(host!);
            if (host is { IsSpent: true })
            {
                host = NewHost(script);
            }
        }
    }

    private JsonataHost NewHost(string script) => new(script, longestEvaluation ?? TimeSpan.FromSeconds(10));
}
