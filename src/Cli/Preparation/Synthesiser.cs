using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Cli.Preparation;

/// <summary>Makes a policy's CloudFormation template with the CDK app that deploys, once for each content of both.</summary>
/// <param name="tell">Told when something takes a while.</param>
internal sealed class Synthesiser(Action<string> tell)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Cache = Path.Combine(BuildCache.Folder, "synth");

    private int made;

    /// <summary>Those of several policies, in their order; two at a time, since each keeps one processor busy for some seconds.</summary>
    /// <inheritdoc cref="SynthesiseAsync(string, CancellationToken)"/>
    public async Task<IReadOnlyList<SynthesisedStack>> SynthesiseAsync(IReadOnlyList<string> policies, CancellationToken cancellation)
    {
        await Parallel.ForEachAsync(policies.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, async (policy, stop) => await SynthesiseAsync(policy, stop));
        var stacks = new List<SynthesisedStack>();
        foreach (var policy in policies)
        {
            stacks.Add(await SynthesiseAsync(policy, cancellation));
        }

        return stacks;
    }

    /// <param name="policy">The policy's whole text.</param>
    /// <exception cref="RefusedException">CDK refuses; the message says why.</exception>
    public async Task<SynthesisedStack> SynthesiseAsync(string policy, CancellationToken cancellation)
    {
        var folder = Path.Combine(Cache, Key(policy));
        if (SynthesisedStack.In(folder) is { } known)
        {
            return known;
        }

        using var held = await FileLock.TakeAsync(folder + ".lock", Patience, cancellation);
        return SynthesisedStack.In(folder) ?? await MakeAsync(policy, folder, cancellation);
    }

    private async Task<SynthesisedStack> MakeAsync(string policy, string folder, CancellationToken cancellation)
    {
        var count = Interlocked.Increment(ref made);
        tell(count == 1 ? "Synthesising the CDK app (once for each policy)" : $"Synthesising the CDK app for another policy, which makes {count}");
        var draft = folder + ".draft";
        foreach (var leftover in new[] { draft, folder }.Where(Directory.Exists))
        {
            Directory.Delete(leftover, recursive: true);
        }

        Directory.CreateDirectory(draft);
        var policyFile = Path.Combine(draft, SynthesisedStack.PolicyName);
        await File.WriteAllTextAsync(policyFile, policy, cancellation);
        var answer = await ExternalTool.RunAsync("dotnet", [BuiltParts.Cdk], BuiltParts.RepositoryRoot, Settings(draft, policyFile), cancellation)
            ?? throw new RefusedException("The .NET SDK is needed to synthesise the CDK app, but there is no 'dotnet' on the PATH.");
        if (answer.ExitCode != 0 || SynthesisedStack.In(draft) is null)
        {
            throw new RefusedException($"The CDK app could not be synthesised (exit code {answer.ExitCode}):\n{answer.LastLines}");
        }

        Directory.Move(draft, folder);
        return SynthesisedStack.In(folder)!;
    }

    private static Dictionary<string, string> Settings(string folder, string policyFile) => new()
    {
        ["CDK_OUTDIR"] = SynthesisedStack.AssemblyIn(folder),
        ["CDK_CONTEXT_JSON"] = new JsonObject
        {
            ["functionsAsset"] = Path.GetDirectoryName(BuiltParts.Functions),
            ["policyFile"] = policyFile,
            // The functions run from where they were built: no copy of them is needed.
            ["aws:cdk:disable-asset-staging"] = true,
        }.ToJsonString(),
        ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20",
    };

    private static string Key(string policy)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(policy));
        var built = Path.GetDirectoryName(BuiltParts.Cdk)!;
        // Our own assemblies hold the constructs and the workflows; deps.json names the version of everything else.
        foreach (var file in Directory.GetFiles(built, "IncidentServerless.*.dll").Append(Path.ChangeExtension(BuiltParts.Cdk, ".deps.json")).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10));
    }
}
