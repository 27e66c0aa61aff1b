using System.Globalization;
using Amazon.CDK;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk;

/// <summary>The CDK app: context in, cloud assembly out.</summary>
public static class Synthesis
{
    /// <summary>Synthesises into <c>CDK_OUTDIR</c> with the context of <c>CDK_CONTEXT_JSON</c>, as the CDK command and the local cloud set them. Silent when all is well.</summary>
    /// <param name="faults">Gets the whole text of what is wrong.</param>
    /// <returns>The exit code: 0, or 1 when the stack cannot be synthesised.</returns>
    public static int Run(TextWriter faults) => Attempt(() => Make(null, null), faults);

    /// <summary>Synthesises several policies in one process, since starting it takes longer than a policy more: from each folder's <c>incident-policy.json</c> into its <c>cdk.out</c>, and the policy's time zones beside the policy, with the rest of the context of <c>CDK_CONTEXT_JSON</c>.</summary>
    /// <param name="faults">Gets the whole text of what is wrong with the first that cannot be synthesised.</param>
    /// <returns>The exit code: 0, or 1 when one of them cannot be synthesised; those before it are whole.</returns>
    public static int Run(IEnumerable<string> folders, TextWriter faults) => Attempt(
        () =>
        {
            foreach (var folder in folders)
            {
                Make(Path.Combine(folder, "cdk.out"), Path.Combine(folder, "incident-policy.json"));
            }
        },
        faults);

    // No metadata resource, so that the template is the same whoever synthesises it; no traces and no tree, which cost time.
    private static void Make(string? output, string? policyFile)
    {
        var app = new App(new AppProps { AnalyticsReporting = false, StackTraces = false, TreeMetadata = false, Outdir = output });
        var inputs = StackInputs.Read(key => key == "policyFile" && policyFile is not null ? policyFile : Context(app, key), RepositoryRoot.Find());
        _ = new IncidentStack(app, IncidentStack.Name, inputs);
        app.Synth();
        if (policyFile is not null)
        {
            // The functions of a local run read their policy there, and not in the asset.
            PolicyTimeZones.WriteInto(Path.GetDirectoryName(policyFile)!, inputs.Policy);
        }
    }

    // A text on the command line may be a number in cdk.json.
    private static string? Context(App app, string key) => Convert.ToString(app.Node.TryGetContext(key), CultureInfo.InvariantCulture) is { Length: > 0 } given ? given : null;

    private static int Attempt(Action make, TextWriter faults)
    {
        try
        {
            make();
            return 0;
        }
        catch (PolicyException fault)
        {
            faults.WriteLine("The incident policy cannot be used:");
            faults.WriteLine(fault.Message);
            return 1;
        }
        catch (SynthesisException fault)
        {
            faults.WriteLine(fault.Message);
            return 1;
        }
    }
}
