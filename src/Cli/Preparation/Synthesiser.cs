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

    // Our own assemblies hold the constructs and the workflows; deps.json names the version of everything else.
    private static readonly Lazy<byte[]> Built = new(() =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(BuiltParts.Cdk)!, "IncidentServerless.*.dll").Append(Path.ChangeExtension(BuiltParts.Cdk, ".deps.json")).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return hash.GetHashAndReset();
    });

    /// <summary>Those of several policies, in their order. What is missing is made by two processes, since one policy more costs a fifth of a process more and keeps one processor busy.</summary>
    /// <inheritdoc cref="SynthesiseAsync(string, CancellationToken)"/>
    public async Task<IReadOnlyList<SynthesisedStack>> SynthesiseAsync(IReadOnlyList<string> policies, CancellationToken cancellation)
    {
        string[] missing = [.. policies.Distinct().Where(policy => SynthesisedStack.In(FolderOf(policy)) is null)];
        if (missing is not [])
        {
            tell(missing is [_] ? "Synthesising the CDK app (once for each policy)" : $"Synthesising the CDK app for {missing.Length} policies (once for each)");
        }

        await Task.WhenAll(missing.Chunk(Math.Max(1, (missing.Length + 1) / 2)).Select(some => MakeAsync(some, cancellation)));
        return [.. policies.Select(policy => SynthesisedStack.In(FolderOf(policy))!)];
    }

    /// <param name="policy">The policy's whole text.</param>
    /// <exception cref="RefusedException">CDK refuses; the message says why.</exception>
    public async Task<SynthesisedStack> SynthesiseAsync(string policy, CancellationToken cancellation) => (await SynthesiseAsync([policy], cancellation))[0];

    // The locks are taken in the order of their names, so that two who make the same policies wait for each other and never both.
    private static async Task MakeAsync(IReadOnlyList<string> policies, CancellationToken cancellation)
    {
        List<IDisposable> held = [];
        try
        {
            List<string> folders = [];
            foreach (var policy in policies.OrderBy(FolderOf, StringComparer.Ordinal))
            {
                held.Add(await FileLock.TakeAsync(FolderOf(policy) + ".lock", Patience, cancellation));
                if (SynthesisedStack.In(FolderOf(policy)) is null)
                {
                    folders.Add(FolderOf(policy));
                    await DraftAsync(FolderOf(policy), policy, cancellation);
                }
            }

            if (folders is not [])
            {
                await RunAsync(folders, cancellation);
            }
        }
        finally
        {
            held.ForEach(one => one.Dispose());
        }
    }

    private static async Task DraftAsync(string folder, string policy, CancellationToken cancellation)
    {
        foreach (var leftover in new[] { Draft(folder), folder }.Where(Directory.Exists))
        {
            Directory.Delete(leftover, recursive: true);
        }

        Directory.CreateDirectory(Draft(folder));
        await File.WriteAllTextAsync(Path.Combine(Draft(folder), SynthesisedStack.PolicyName), policy, cancellation);
    }

    private static async Task RunAsync(IReadOnlyList<string> folders, CancellationToken cancellation)
    {
        var answer = await ExternalTool.RunAsync("dotnet", [BuiltParts.Cdk, .. folders.Select(Draft)], BuiltParts.RepositoryRoot, Settings, cancellation)
            ?? throw new RefusedException("The .NET SDK is needed to synthesise the CDK app, but there is no 'dotnet' on the PATH.");
        if (answer.ExitCode != 0 || folders.Any(folder => SynthesisedStack.In(Draft(folder)) is null))
        {
            throw new RefusedException($"The CDK app could not be synthesised (exit code {answer.ExitCode}):\n{answer.LastLines}");
        }

        foreach (var folder in folders)
        {
            Directory.Move(Draft(folder), folder);
        }
    }

    private static string Draft(string folder) => folder + ".draft";

    private static Dictionary<string, string> Settings => new()
    {
        ["CDK_CONTEXT_JSON"] = new JsonObject
        {
            ["functionsAsset"] = Path.GetDirectoryName(BuiltParts.Functions),
            // The functions run from where they were built: no copy of them is needed.
            ["aws:cdk:disable-asset-staging"] = true,
        }.ToJsonString(),
        ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "20",
    };

    private static string FolderOf(string policy) => Path.Combine(Cache, Key(policy));

    private static string Key(string policy)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(policy));
        hash.AppendData(Built.Value);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 10));
    }
}
