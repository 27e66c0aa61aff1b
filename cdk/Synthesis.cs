using Amazon.CDK;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk;

/// <summary>The CDK app: context in, cloud assembly out.</summary>
public static class Synthesis
{
    /// <summary>Synthesises into <c>CDK_OUTDIR</c> with the context of <c>CDK_CONTEXT_JSON</c>, as the CDK command and the local cloud set them. Silent when all is well.</summary>
    /// <param name="faults">Gets the whole text of what is wrong.</param>
    /// <returns>The exit code: 0, or 1 when the stack cannot be synthesised.</returns>
    public static int Run(TextWriter faults)
    {
        try
        {
            // No metadata resource, so that the template is the same whoever synthesises it; no traces and no tree, which cost time.
            var app = new App(new AppProps { AnalyticsReporting = false, StackTraces = false, TreeMetadata = false });
            var inputs = StackInputs.Read(key => app.Node.TryGetContext(key) as string, RepositoryRoot.Find());
            _ = new IncidentStack(app, IncidentStack.Name, inputs);
            app.Synth();
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
