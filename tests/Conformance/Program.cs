using IncidentServerless.Conformance;
using IncidentServerless.Conformance.Patterns;

var suites = new Dictionary<string, Func<string, Verdicts>>
{
    ["patterns"] = MatchCases.Run,
    ["invalid"] = RefusalCases.Run,
};

if (args is not [var suite, var file] || !suites.TryGetValue(suite, out var run))
{
    Console.Error.WriteLine($"Usage: dotnet run --project tests/Conformance -- <{string.Join('|', suites.Keys)}> FILE.jsonl");
    return 2;
}

if (!File.Exists(file))
{
    Console.Error.WriteLine($"There is no file {file}. Give the path of a recording, one JSON case a line.");
    return 2;
}

return run(file).Report(Console.Out);
