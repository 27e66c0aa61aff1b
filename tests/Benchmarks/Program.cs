using System.CommandLine;
using IncidentServerless.Benchmarks.Executions;
using IncidentServerless.Benchmarks.Incidents;
using IncidentServerless.Benchmarks.Patterns;
using IncidentServerless.Benchmarks.Starting;
using IncidentServerless.Benchmarks.Warmth;
using IncidentServerless.Cli;
using IncidentServerless.LocalCloud.Tools;

var root = new RootCommand("Measures what a test must not assert: times, and what an incident costs. Run it with -c Release, on a machine that does nothing else.")
{
    ColdStartCommand.Create(),
    WarmCommand.Create(),
    PatternsCommand.Create(),
    ExecutionsCommand.Create(),
    IncidentsCommand.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception refusal) when (refusal is RefusedException or ToolException)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return ExitCodes.Refused;
}
