using System.Globalization;
using IncidentServerless.Domain.Policy;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Cdk;

/// <summary>What the stack is made from.</summary>
/// <param name="Policy">Its channels and people decide which channels and topics there are.</param>
/// <param name="PublicConcurrency">
/// How many invocations at a time each function with a public URL may have, at least 1: a flood of requests cannot take the account's
/// concurrency from paging. Null leaves them unlimited, since AWS refuses a reservation that leaves fewer than 100 to the rest of the account.
/// </param>
public sealed record StackInputs(IncidentPolicy Policy, FunctionsAsset Functions, int? PublicConcurrency = null)
{
    /// <summary>Context <c>policyFile</c>, default <c>cdk/incident-policy.json</c>; context <c>functionsAsset</c>, default <c>cdk/bin/functions</c>, both from the repository's root; context <c>publicConcurrency</c>, default none.</summary>
    /// <param name="context">The CDK context's text by its key, or null.</param>
    /// <exception cref="PolicyException">The policy cannot be used.</exception>
    /// <exception cref="SynthesisException">A file is missing, or a number is none.</exception>
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
        return new StackInputs(policy, functions, Concurrency(context("publicConcurrency")));
    }

    private static int? Concurrency(string? given) => given is null ? null
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new SynthesisException($"publicConcurrency is {given}, and must be a whole number of at least 1: how many invocations at a time each function with a public URL may have.");
}
