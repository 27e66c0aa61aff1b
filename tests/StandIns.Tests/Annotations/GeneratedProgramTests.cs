using System.Diagnostics;
using System.Globalization;
using IncidentServerless.StandIns.Tests.Http;
using Microsoft.CodeAnalysis;

namespace IncidentServerless.StandIns.Tests.Annotations;

/// <summary>The generated Main, compiled and run as a process of its own.</summary>
public sealed class GeneratedProgramTests : IClassFixture<GeneratedProgramTests.Compiled>
{
    private static readonly string[] KnownFunctions = ["Greet", "Forget", "Measure", "Memory"];

    private readonly Compiled _program;

    public GeneratedProgramTests(Compiled program) => _program = program;

    [Fact]
    public async Task Function_ThatIsNamed_ServesWithANewScopeForEachInvocation()
    {
        using var api = new FakeRuntimeApi(FakeRuntimeApi.Invocation("r1", "\"Ann\""), FakeRuntimeApi.Invocation("r2", "\"Bob\""));

        var (exitCode, errors) = await RunUntilIdleAsync(api, ("ANNOTATIONS_HANDLER", "Greet"));

        Assert.Equal(["\"Ann 1 r1\"", "\"Bob 1 r2\""], api.Posts.Select(post => post.Body));
        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task Function_WhoseContextComesFirst_GetsItsPayload()
    {
        using var api = new FakeRuntimeApi(FakeRuntimeApi.Invocation("r1", "\"four\""));

        await RunUntilIdleAsync(api, ("ANNOTATIONS_HANDLER", "Measure"));

        Assert.Equal("4", Assert.Single(api.Posts).Body);
    }

    [Fact]
    public async Task Heap_OfAProcess_IsLimitedToTheFunctionsMemory()
    {
        using var api = new FakeRuntimeApi(FakeRuntimeApi.Invocation("r1", "\"\""));

        await RunUntilIdleAsync(api, ("ANNOTATIONS_HANDLER", "Memory"), ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"));

        Assert.Equal("268435456", Assert.Single(api.Posts).Body);
    }

    [Fact]
    public async Task Startup_ThatThrows_IsReportedToLambdaAndExitsWithOne()
    {
        using var api = new FakeRuntimeApi();

        var (exitCode, errors) = await RunAsync(api, ("ANNOTATIONS_HANDLER", "Greet"), ("FAIL_START", "yes"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Greet ended: System.InvalidOperationException: The table's name is missing", errors, StringComparison.Ordinal);
        var report = Assert.Single(api.Requests);
        Assert.Equal("init/error", FakeRuntimeApi.Path(report));
        Assert.Equal("InvalidOperationException", report.Json.GetProperty("errorType").GetString());
        Assert.Equal("The table's name is missing", report.Json.GetProperty("errorMessage").GetString());
        Assert.Contains(
            report.Json.GetProperty("stackTrace").EnumerateArray(),
            line => line.GetString()!.Contains("ConfigureServices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Handler_ThatIsUnknown_IsNamedAndExitsWithOne()
    {
        using var api = new FakeRuntimeApi();

        var (exitCode, errors) = await RunAsync(api, ("ANNOTATIONS_HANDLER", "Gret"));

        Assert.Equal(
            (1, $"ANNOTATIONS_HANDLER is 'Gret', which is no function of this program. It must be one of: {string.Join(", ", KnownFunctions)}.\n"),
            (exitCode, errors));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Handler_ThatIsNotSet_ExitsWithOne()
    {
        using var api = new FakeRuntimeApi();

        var (exitCode, errors) = await RunAsync(api);

        Assert.Equal(
            (1, $"ANNOTATIONS_HANDLER is not set. It names the function to serve, one of: {string.Join(", ", KnownFunctions)}.\n"),
            (exitCode, errors));
    }

    [Fact]
    public async Task RuntimeApi_ThatRefuses_ExitsWithOne()
    {
        using var api = new FakeRuntimeApi(new Answer(500, "broken"));

        var (exitCode, errors) = await RunAsync(api, ("ANNOTATIONS_HANDLER", "Forget"));

        Assert.Equal(1, exitCode);
        Assert.Contains("with 500 instead of 200: broken", errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Errors)> RunUntilIdleAsync(FakeRuntimeApi api, params (string Name, string Value)[] environment)
    {
        using var process = _program.Start(api, environment);
        await Task.WhenAny(api.Idle, process.WaitForExitAsync());
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        return await EndOfAsync(process);
    }

    private async Task<(int ExitCode, string Errors)> RunAsync(FakeRuntimeApi api, params (string Name, string Value)[] environment)
    {
        using var process = _program.Start(api, environment);
        return await EndOfAsync(process);
    }

    private static async Task<(int ExitCode, string Errors)> EndOfAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }

    /// <summary>The sample, beside the tests' own assemblies, where its references are.</summary>
    public sealed class Compiled : IDisposable
    {
        private readonly string _file = Path.Combine(AppContext.BaseDirectory, "GeneratedSample.dll");

        public Compiled()
        {
            var generation = Generation.Of(Samples.Program);
            var result = generation.Program.Emit(_file);
            Assert.True(result.Success, string.Join("\n", generation.CompilerErrors));
        }

        public void Dispose() => File.Delete(_file);

        internal Process Start(FakeRuntimeApi api, (string Name, string Value)[] environment)
        {
            var tests = Path.Combine(AppContext.BaseDirectory, typeof(GeneratedProgramTests).Assembly.GetName().Name!);
            var start = new ProcessStartInfo(
                Environment.ProcessPath!, ["exec", "--depsfile", $"{tests}.deps.json", "--runtimeconfig", $"{tests}.runtimeconfig.json", _file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment.Remove("ANNOTATIONS_HANDLER");
            start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint;
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }

            return Process.Start(start)!;
        }
    }
}
