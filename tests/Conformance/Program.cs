using IncidentServerless.Conformance;
using IncidentServerless.Conformance.Asl;
using IncidentServerless.Conformance.Patterns;

var suites = new Dictionary<string, Func<string, Verdicts>>
{
    ["patterns"] = MatchCases.Run,
    ["invalid"] = RefusalCases.Run,
    ["asl"] = ExecutionCases.Run,
};

if (args is not [var suite, var file] || !suites.TryGetValue(suite, out var run))
{
    Console.Error.WriteLine($"Usage: dotnet run --project tests/Conformance -- <{string.Join('|', suites.Keys)}> FILE.jsonl|FOLDER");
    return 2;
}

if (suite != "asl" && Directory.Exists(file))
{
    Console.Error.WriteLine($"{file} is a folder; {suite} takes a file with one JSON case a line.");
    return 2;
}

if (!Path.Exists(file))
{
    Console.Error.WriteLine($"There is no {file}. Give the path of a recording: a file with one JSON case a line, or for asl the folder of the cases.");
    return 2;
}

return run(file).Report(Console.Out);
