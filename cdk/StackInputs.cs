using IncidentServerless.Domain.Policy;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Cdk;

/// <summary>What the stack is made from.</summary>
/// <param name="Policy">Its channels and people decide which channels and topics there are.</param>
public sealed record StackInputs(IncidentPolicy Policy, FunctionsAsset Functions)
{
    /// <summary>Context <c>policyFile</c>, default <c>cdk/incident-policy.json</c>; context <c>functionsAsset</c>, default <c>cdk/bin/functions</c>. Both from the repository's root.</summary>
    /// <param name="context">The CDK context's text by its key, or null.</param>
    /// <exception cref="PolicyException">The policy cannot be used.</exception>
    /// <exception cref="SynthesisException">A file is missing.</exception>
    public static StackInputs Read(Func<string, string?> context, string root)
    {
        var policyFile = Path.GetFullPath(context("policyFile") ?? Path.Combine("cdk", "incident-policy.json"), root);
        if (!File.Exists(policyFile))
        {
            throw new SynthesisException($"There is no policy file {policyFile}. Write one, or name another with -c policyFile=<path>.");
        }

        var text = File.ReadAllText(policyFile);
        var policy = PolicyReader.Read(text, TzdbTimeZones.All);
        var functions = context("functionsAsset") is { } given
            ? FunctionsAsset.At(Path.GetFullPath(given, root))
            : FunctionsAsset.Published(Path.Combine(root, "cdk", "bin", "functions"), text, policy);
        return new StackInputs(policy, functions);
    }
}
