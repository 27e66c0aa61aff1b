using System.Diagnostics;
using System.Text.Json;

namespace IncidentServerless.Cdk.Tests;

/// <summary>The app as others start it: a program, an environment, an exit code.</summary>
public sealed class SynthesisTests : IDisposable
{
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("incident-synthesis-");

    public void Dispose() => scratch.Delete(recursive: true);

    [Fact]
    public async Task App_WithAnAsset_WritesTheTemplateAndSaysNothing()
    {
        var asset = scratch.CreateSubdirectory("functions");
        File.WriteAllText(Path.Combine(asset.FullName, "bootstrap"), "never run");
        var output = Path.Combine(scratch.FullName, "out");

        var (exitCode, text) = await RunAsync(output, new() { ["functionsAsset"] = asset.FullName });

        Assert.Equal((0, ""), (exitCode, text));
        Assert.NotEmpty(Template.Read(Path.Combine(output, "IncidentServerless.template.json")).All);
    }

    [Fact]
    public async Task App_WithAFaultyPolicy_EndsWithTheWholeText()
    {
        var policy = Path.Combine(scratch.FullName, "policy.json");
        File.WriteAllText(policy, """{ "linksExpireAfter": "soon" }""");

        var (exitCode, text) = await RunAsync(Path.Combine(scratch.FullName, "out"), new() { ["policyFile"] = policy });

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The incident policy cannot be used:\n", text);
        Assert.Contains("linksExpireAfter: ", text);
        Assert.Contains("severities: ", text);
        Assert.DoesNotContain("   at ", text);
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(string output, Dictionary<string, string> context)
    {
        using var app = Process.Start(new ProcessStartInfo("dotnet", [typeof(Synthesis).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CDK_OUTDIR"] = output, ["CDK_CONTEXT_JSON"] = JsonSerializer.Serialize(context) },
        })!;
        var texts = await Task.WhenAll(app.StandardOutput.ReadToEndAsync(), app.StandardError.ReadToEndAsync());
        await app.WaitForExitAsync();
        return (app.ExitCode, string.Concat(texts));
    }
}
