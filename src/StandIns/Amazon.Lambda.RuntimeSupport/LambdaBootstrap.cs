using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes invocations from the Runtime API, one after another, and hands them to the function.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly InvocationHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly LambdaEnvironment _environment;
    private readonly TimeProvider _clock;
    private readonly RuntimeLogger _logger;
    private readonly RuntimeApiClient _runtimeApi;

    internal LambdaBootstrap(
        InvocationHandler handler,
        LambdaBootstrapInitializer? initializer,
        LambdaBootstrapOptions options,
        LambdaEnvironment environment,
        TimeProvider clock,
        Stream log)
    {
        var endpoint = options.RuntimeApiEndpoint ?? environment.RuntimeApi;
        if (string.IsNullOrEmpty(endpoint))
        {
            throw new InvalidOperationException(
                "AWS_LAMBDA_RUNTIME_API is not set. Lambda sets it to the host and port of its Runtime API; so does a local one.");
        }

        _handler = handler;
        _initializer = initializer;
        _environment = environment;
        _clock = clock;
        _logger = new RuntimeLogger(LogSettings.From(environment), clock, log);
        _runtimeApi = new RuntimeApiClient(endpoint);
    }

    /// <summary>Serves until cancelled, or until the process is asked to end (SIGTERM); an invocation in progress is finished first.</summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused a request.</exception>
    /// <exception cref="Exception">The initializer failed: its exception, after it was reported to Lambda.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        // Never disposed: the signal may come while this method returns.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });

        HeapLimit.Apply(_environment);
        if (!await InitializeAsync())
        {
            return;
        }

        while (await NextAsync(stop.Token) is { } invocation)
        {
            await ServeAsync(invocation);
        }
    }

    public void Dispose()
    {
        _runtimeApi.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<bool> InitializeAsync()
    {
        if (_initializer is null)
        {
            return true;
        }

        try
        {
            return await _initializer();
        }
        catch (Exception exception)
        {
            _logger.LogFailure(exception);
            await _runtimeApi.ReportInitErrorAsync(ExceptionReport.Body(exception));
            throw;
        }
    }

    private async Task<Invocation?> NextAsync(CancellationToken stop)
    {
        try
        {
            return stop.IsCancellationRequested ? null : await _runtimeApi.NextAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task ServeAsync(Invocation invocation)
    {
        _logger.RequestId = invocation.RequestId;
        _logger.TenantId = invocation.TenantId;
        _logger.TraceId = invocation.TraceId;
        // Where the AWS SDK and its tracing look for it.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);

        MemoryStream response;
        try
        {
            response = await _handler(invocation.Payload, new LambdaContext(invocation, _environment, _logger, _clock));
        }
        catch (Exception exception)
        {
            _logger.LogFailure(exception);
            await _runtimeApi.ReportInvocationErrorAsync(invocation.RequestId, exception);
            return;
        }

        await _runtimeApi.RespondAsync(invocation.RequestId, response);
    }
}
