using System.Diagnostics;
using System.Text.Json.Nodes;

namespace IncidentServerless.Scenarios.Tests.Serving;

/// <summary>AWS's own command line, pointed at a local cloud.</summary>
internal sealed class AwsCommand(string endpoint)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Debian's, else the first on the path; null where there is none.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Prepend("/usr/bin").Select(folder => Path.Combine(folder, "aws")).FirstOrDefault(File.Exists);

    /// <returns>What it printed, as JSON; null when it printed nothing.</returns>
    public async Task<JsonNode?> AskAsync(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.True(code == 0, $"aws {string.Join(' ', arguments)} ended with {code}: {errors}");
        return output.Length == 0 ? null : JsonNode.Parse(output);
    }

    /// <returns>What it complained of.</returns>
    public async Task<string> ComplainsAsync(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.True(code != 0, $"aws {string.Join(' ', arguments)} succeeded: {output}");
        return errors.Trim();
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--endpoint-url", endpoint, "--output", "json" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        // Nothing of the account of whoever runs the tests.
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_DEFAULT_REGION"] = "eu-west-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "operator";
        start.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await errors);
    }
}

/// <summary>A test that needs AWS's own command line; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCommandFactAttribute : FactAttribute
{
    public AwsCommandFactAttribute()
    {
        if (AwsCommand.Program is null)
        {
            Skip = Reason;
        }
    }

    internal const string Reason = "The command `aws` is not installed (Debian: apt-get install awscli).";
}

/// <inheritdoc cref="AwsCommandFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCommandTheoryAttribute : TheoryAttribute
{
    public AwsCommandTheoryAttribute()
    {
        if (AwsCommand.Program is null)
        {
            Skip = AwsCommandFactAttribute.Reason;
        }
    }
}
