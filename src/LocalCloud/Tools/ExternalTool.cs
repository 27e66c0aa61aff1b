using System.ComponentModel;
using System.Diagnostics;

namespace IncidentServerless.LocalCloud.Tools;

/// <summary>What a program said and how it ended.</summary>
/// <param name="Text">Standard output, then standard error.</param>
public sealed record ToolAnswer(int ExitCode, string Text)
{
    /// <summary>The end of what it said, for a message.</summary>
    public string LastLines => string.Join('\n', Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(12));
}

/// <summary>Programs that are found on the PATH.</summary>
public static class ExternalTool
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="environment">Variables besides the inherited ones.</param>
    /// <returns>Null when there is no such program.</returns>
    public static async Task<ToolAnswer?> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        CancellationToken cancellation = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Start(start);
        if (process is null)
        {
            return null;
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return new ToolAnswer(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // What the system says when there is no such program.
            return null;
        }
    }
}
