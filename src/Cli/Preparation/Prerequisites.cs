using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Cli.Preparation;

/// <summary>Looks whether this machine has what a run needs, before anything else is done.</summary>
internal static class Prerequisites
{
    /// <summary>Asks a program for its version; null when there is none.</summary>
    public delegate Task<ToolAnswer?> Ask(string program, string argument);

    /// <exception cref="RefusedException">Something is missing or too old: a sentence each.</exception>
    public static async Task CheckAsync(Ask? ask = null)
    {
        ask ??= (program, argument) => ExternalTool.RunAsync(program, [argument]);
        Prerequisite[] needed = [Prerequisite.Node, Prerequisite.Java];
        var answers = await Task.WhenAll(needed.Select(each => ask(each.Program, each.VersionArgument)));
        string[] faults = [.. needed.Zip(answers, (each, answer) => each.Fault(answer)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new RefusedException(string.Join('\n', faults));
        }
    }
}
