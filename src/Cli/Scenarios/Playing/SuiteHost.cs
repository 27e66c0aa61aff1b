using System.Text.Json.Nodes;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>The local cloud on this machine, with the suite's functions as its child processes. Worlds come and go on it, one at a time.</summary>
internal sealed class SuiteHost : IAsyncDisposable
{
    private const string StackName = "IncidentServerless";

    private readonly string? binary;
    private CloudHost host = null!;
    private string taskRoot = "";

    private SuiteHost(string? binary) => this.binary = binary;

    /// <param name="binary">A native <c>bootstrap</c> to run in place of the built assembly; null for the assembly.</param>
    /// <param name="port">Of the endpoint; 0 for a free one.</param>
    /// <exception cref="RefusedException">The binary is not there, or the port is taken.</exception>
    public static async Task<SuiteHost> StartAsync(NpmPackages packages, string? binary = null, int port = 0)
    {
        if (binary is not null && !File.Exists(binary))
        {
            throw new RefusedException($"There is no binary {binary}; publish one with `dotnet publish src/Functions -r linux-x64` and name its bootstrap.");
        }

        if (binary is not null && !IsProgram(binary))
        {
            throw new RefusedException($"{binary} is no program for this machine; --binary takes the native bootstrap that `dotnet publish src/Functions -r linux-x64` makes.");
        }

        var suite = new SuiteHost(binary is null ? null : Path.GetFullPath(binary));
        try
        {
            suite.host = await CloudHost.StartAsync(new CloudHostOptions { FunctionCommand = suite.Launch, NodeModules = packages.Folder, Port = port });
        }
        catch (IOException taken)
        {
            throw new RefusedException($"The endpoint cannot listen on port {port} ({taken.Message}); choose another one with --port.");
        }

        return suite;
    }

    /// <summary>Deploys a stack into a new world.</summary>
    /// <param name="answers">What services answer that are not emulated.</param>
    public async Task<Cloud> NewWorldAsync(SynthesisedStack stack, ICloudClock clock, JsonObject answers)
    {
        taskRoot = stack.Folder;
        return await host.NewWorldAsync(new WorldOptions { Template = await stack.TemplateAsync(), Clock = clock, StackName = StackName, AccountAnswers = QuietAccount.With(answers) });
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>It may be executed, and begins as Linux's programs do.</summary>
    private static bool IsProgram(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual("\u007fELF"u8)
            && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
    }

    private LaunchCommand Launch(FunctionConfiguration function) =>
        binary is null ? new LaunchCommand("dotnet", [BuiltParts.Functions], taskRoot) : new LaunchCommand(binary, [], taskRoot);
}
