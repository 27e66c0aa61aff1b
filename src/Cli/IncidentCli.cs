using System.CommandLine;
using System.Runtime.InteropServices;
using IncidentServerless.Cli.Commands;
using IncidentServerless.LocalCloud.DynamoDb;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Cli;

/// <summary>The command <c>incident</c>.</summary>
public static class IncidentCli
{
    /// <summary>Longer than a run needs to stop its processes in order when Ctrl-C is pressed.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellation = default)
    {
        var parsed = IncidentCommands.Create(output).Parse(arguments);
        if (parsed.Errors is [var error, ..])
        {
            await errors.WriteLineAsync(UsageFault.InWords(parsed, error));
            return ExitCodes.Refused;
        }

        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => interrupted.Cancel());
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, asked =>
        {
            // The process is to end by itself, when what it started has ended.
            asked.Cancel = true;
            interrupted.Cancel();
        });
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration, interrupted.Token);
        }
        catch (Exception fault) when (fault is RefusedException or ToolException or TemplateException or DynamoDbLocalException or EndpointException)
        {
            await errors.WriteLineAsync(fault.Message);
            return ExitCodes.Refused;
        }
        catch (Exception) when (interrupted.IsCancellationRequested)
        {
            // Ctrl-C reaches the child processes too, so whatever was under way fails then.
            return ExitCodes.Interrupted;
        }
    }
}
