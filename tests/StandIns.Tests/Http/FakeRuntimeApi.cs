using System.Collections.Concurrent;

namespace IncidentServerless.StandIns.Tests.Http;

/// <summary>A Runtime API with a path before its own, that hands out invocations in order and then leaves the runtime waiting.</summary>
internal sealed class FakeRuntimeApi : IDisposable
{
    private const string Prefix = "/_runtime/abc";
    private const string Runtime = Prefix + "/2018-06-01/runtime/";
    private readonly ConcurrentQueue<Answer> _next;
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LoopbackServer _server;

    public FakeRuntimeApi(params Answer[] next)
    {
        _next = new ConcurrentQueue<Answer>(next);
        _server = new LoopbackServer(Respond);
    }

    /// <summary>What AWS_LAMBDA_RUNTIME_API is set to.</summary>
    public string Endpoint => _server.Address + Prefix;

    /// <summary>Completes when the runtime asks for an invocation and there is none.</summary>
    public Task Idle => _idle.Task;

    public int PostStatus { get; init; } = 202;

    public IReadOnlyList<RecordedRequest> Requests => _server.Requests;

    public IReadOnlyList<RecordedRequest> Posts => [.. _server.Requests.Where(request => request.Method == "POST")];

    public static Answer Invocation(string requestId, string payload, params (string Name, string Value)[] headers) => new(200, payload)
    {
        Headers = headers.Append(("Lambda-Runtime-Aws-Request-Id", requestId)).ToDictionary(header => header.Item1, header => header.Item2),
    };

    /// <summary>Where the runtime posts to, without the prefix that all paths share.</summary>
    public static string Path(RecordedRequest request)
    {
        Assert.StartsWith(Runtime, request.Path, StringComparison.Ordinal);
        return request.Path[Runtime.Length..];
    }

    public void Dispose() => _server.Dispose();

    private Answer? Respond(RecordedRequest request)
    {
        if (request.Method == "POST")
        {
            return new Answer(PostStatus, """{"status":"OK"}""");
        }

        if (_next.TryDequeue(out var invocation))
        {
            return invocation;
        }

        _idle.TrySetResult();
        return null;
    }
}
