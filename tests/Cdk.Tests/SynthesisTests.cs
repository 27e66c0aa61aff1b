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
        var output = Path.Combine(scratch.FullName, "out");

        var (exitCode, text) = await RunAsync(output, new() { ["functionsAsset"] = Asset() });

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

    [Fact]
    public async Task App_SeveralFolders_MakesOfEachPolicyItsOwnTemplate()
    {
        var shipped = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "cdk", "incident-policy.json"));
        string[] folders = [Folder("bare", shipped), Folder("with-ana", shipped.Replace("// \"ana\"", "\"ana\"", StringComparison.Ordinal))];

        var (exitCode, text) = await RunAsync(Path.Combine(scratch.FullName, "unused"), new() { ["functionsAsset"] = Asset() }, folders);

        Assert.Equal((0, ""), (exitCode, text));
        Assert.Equal([false, true], folders.Select(folder => File.ReadAllText(Directory.GetFiles(Path.Combine(folder, "cdk.out"), "*.template.json").Single()).Contains("SubscribePersonAna", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(Path.Combine(scratch.FullName, "unused")));
    }

    private string Asset()
    {
        var asset = scratch.CreateSubdirectory("functions").FullName;
        File.WriteAllText(Path.Combine(asset, "bootstrap"), "never run");
        return asset;
    }

    private string Folder(string name, string policy)
    {
        var folder = scratch.CreateSubdirectory(name).FullName;
        File.WriteAllText(Path.Combine(folder, "incident-policy.json"), policy);
        return folder;
    }

    private static async Task<(int ExitCode, string Text)> RunAsync(string output, Dictionary<string, string> context, params string[] folders)
    {
        using var app = Process.Start(new ProcessStartInfo("dotnet", [typeof(Synthesis).Assembly.Location, .. folders])
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
