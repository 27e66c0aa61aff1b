using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk;

/// <summary>What a binary runs on.</summary>
public enum Processor
{
    X64,
    Arm64,
}

/// <summary>An existing folder that becomes the functions' code: <c>bootstrap</c>, and beside it the policy that the functions read.</summary>
/// <param name="Processor">Read off the binary itself, so that it cannot disagree with the deployment.</param>
public sealed record FunctionsAsset(string Folder, Processor Processor)
{
    private const string Binary = "bootstrap";

    /// <summary>A folder that somebody else made.</summary>
    /// <exception cref="SynthesisException">It holds no <c>bootstrap</c>.</exception>
    public static FunctionsAsset At(string folder)
    {
        var binary = Path.Combine(folder, Binary);
        return File.Exists(binary)
            ? new FunctionsAsset(folder, ElfMachine(binary) == 0xB7 ? Processor.Arm64 : Processor.X64)
            : throw new SynthesisException($"There is no {binary}. Name the folder of a published src/Functions with -c functionsAsset=<folder>, or leave functionsAsset out and run `npx aws-cdk synth`, which publishes first.");
    }

    /// <summary>The folder that <c>cdk.json</c> publishes into; the policy and its time zones go beside the binary, where the functions read them.</summary>
    /// <param name="text">The policy as it is written.</param>
    /// <exception cref="SynthesisException">It holds no <c>bootstrap</c>, or one that is no Linux program.</exception>
    public static FunctionsAsset Published(string folder, string text, IncidentPolicy policy)
    {
        var asset = At(folder);
        if (ElfMachine(Path.Combine(folder, Binary)) is null)
        {
            throw new SynthesisException($"{Path.Combine(folder, Binary)} is no Linux program, and Lambda runs nothing else. Publish src/Functions on Linux (or in a Linux container) and name the folder with -c functionsAsset=<folder>.");
        }

        File.WriteAllText(Path.Combine(folder, "incident-policy.json"), text);
        PolicyTimeZones.WriteInto(folder, policy);
        return asset;
    }

    /// <summary>The machine of an ELF header; null for any other file.</summary>
    private static int? ElfMachine(string file)
    {
        Span<byte> header = stackalloc byte[20];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header[..4].SequenceEqual("\u007fELF"u8)
            ? header[18] | (header[19] << 8)
            : null;
    }
}
