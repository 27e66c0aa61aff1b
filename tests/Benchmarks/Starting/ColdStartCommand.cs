using System.CommandLine;
using System.Diagnostics;
using IncidentServerless.Benchmarks.Measuring;
using IncidentServerless.Benchmarks.RuntimeApi;

namespace IncidentServerless.Benchmarks.Starting;

/// <summary><c>coldstart</c>: how long a function takes from its start to its first answer.</summary>
internal static class ColdStartCommand
{
    private const int Rounds = 15;

    public static Command Create()
    {
        var command = new Command("coldstart", "From the start of the process to its first answer on a loopback Runtime API, the median of 15: a socket loop, a trivial function, and the deployed binary.");
        command.SetAction(_ => RunAsync());
        return command;
    }

    private static async Task<int> RunAsync()
    {
        MeasuredProgram[] programs = [await MeasuredPrograms.FloorAsync(), await MeasuredPrograms.TrivialFunctionAsync(), await MeasuredPrograms.DeployedAsync()];
        var samples = programs.Select(_ => new Samples()).ToArray();
        // Each in turn, so that what else the machine does hits all of them; the first round only fills its caches.
        for (var round = 0; round <= Rounds; round++)
        {
            for (var program = 0; program < programs.Length; program++)
            {
                var milliseconds = Start(programs[program]).TotalMilliseconds;
                if (round > 0)
                {
                    samples[program].Add(milliseconds);
                }
            }
        }

        Report(programs, samples);
        return 0;
    }

    private static TimeSpan Start(MeasuredProgram program)
    {
        using var api = new LoopbackRuntimeApi(Batches.Empty);
        var start = Stopwatch.GetTimestamp();
        using var process = MeasuredProcess.Start(program, api);
        api.Serve(1);
        return Stopwatch.GetElapsedTime(start, api.LastAnswer);
    }

    private static void Report(MeasuredProgram[] programs, Samples[] samples)
    {
        var table = new Table("cold start", "median ms", "lowest", "highest", "times the floor", "bytes");
        for (var program = 0; program < programs.Length; program++)
        {
            var taken = samples[program];
            table.Add(
                programs[program].Name, $"{taken.Median:F1}", $"{taken.Lowest:F1}", $"{taken.Highest:F1}", $"{taken.Median / samples[0].Median:F1}", $"{new FileInfo(programs[program].Path).Length:N0}");
        }

        table.Write(Console.Out);
    }
}
