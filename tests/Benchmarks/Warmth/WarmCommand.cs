using System.CommandLine;
using System.Diagnostics;
using IncidentServerless.Benchmarks.Measuring;
using IncidentServerless.Benchmarks.RuntimeApi;

namespace IncidentServerless.Benchmarks.Warmth;

/// <summary><c>warm</c>: what each invocation costs a function that has served many.</summary>
internal static class WarmCommand
{
    private const int Rounds = 5;
    private const int WarmUp = 1_000;
    private const int Invocations = 5_000;

    public static Command Create()
    {
        var command = new Command("warm", "The processor time of each of 5,000 batches of one message, on one processor, the median of 5 processes: a socket loop, and a trivial function on the stack of the suite's.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        MeasuredProgram[] programs = [await MeasuredPrograms.FloorAsync(), await MeasuredPrograms.TrivialFunctionAsync()];
        var microseconds = programs.Select(_ => new Samples()).ToArray();
        var rates = programs.Select(_ => new Samples()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var program = 0; program < programs.Length; program++)
            {
                Measure(programs[program], microseconds[program], rates[program]);
            }
        }

        var table = new Table("warm", "CPU us an invocation", "lowest", "highest", "times the floor", "invocations a second");
        for (var program = 0; program < programs.Length; program++)
        {
            var taken = microseconds[program];
            table.Add(
                programs[program].Name, $"{taken.Median:F1}", $"{taken.Lowest:F1}", $"{taken.Highest:F1}", $"{taken.Median / microseconds[0].Median:F1}", $"{rates[program].Median:N0}");
        }

        table.Write(Console.Out);
        return 0;
    }

    private static void Measure(MeasuredProgram program, Samples microseconds, Samples rates)
    {
        using var api = new LoopbackRuntimeApi(Batches.OfOneMessage);
        using var process = MeasuredProcess.Start(program, api, pinned: true);
        api.Serve(WarmUp);
        var before = process.ProcessorTime();
        var start = Stopwatch.GetTimestamp();
        api.Serve(Invocations);
        var elapsed = Stopwatch.GetElapsedTime(start, api.LastAnswer);
        microseconds.Add((process.ProcessorTime() - before).TotalMicroseconds / Invocations);
        rates.Add(Invocations / elapsed.TotalSeconds);
    }
}
