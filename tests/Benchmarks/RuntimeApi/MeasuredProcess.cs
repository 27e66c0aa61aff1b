using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using IncidentServerless.Cli;

namespace IncidentServerless.Benchmarks.RuntimeApi;

/// <summary>A function's process beside a Runtime API. Disposing it ends the process.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly Process process;

    private MeasuredProcess(Process process) => this.process = process;

    /// <summary>Starts a function.</summary>
    /// <param name="pinned">Whether it has one processor for all of its threads, the last one.</param>
    /// <exception cref="RefusedException">The program cannot be started.</exception>
    public static MeasuredProcess Start(MeasuredProgram program, LoopbackRuntimeApi api, bool pinned = false)
    {
        var processor = (Environment.ProcessorCount - 1).ToString(CultureInfo.InvariantCulture);
        var start = pinned ? new ProcessStartInfo("taskset", ["-c", processor, program.Path]) : new ProcessStartInfo(program.Path);
        start.RedirectStandardOutput = true;
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Address;
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            return new MeasuredProcess(process);
        }
        catch (Win32Exception fault)
        {
            throw new RefusedException($"{start.FileName} cannot be started: {fault.Message}");
        }
    }

    /// <summary>What all threads of the process have had of processors so far.</summary>
    public TimeSpan ProcessorTime()
    {
        // process.TotalProcessorTime counts in hundredths of a second; this file in nanoseconds.
        var nanoseconds = Directory.EnumerateDirectories($"/proc/{process.Id}/task")
            .Sum(thread => long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture));
        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
