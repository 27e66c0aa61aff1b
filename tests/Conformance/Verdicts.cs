namespace IncidentServerless.Conformance;

/// <summary>How the cases of a recording went, and the exit code that says so: 0, or 1 if any failed.</summary>
internal sealed class Verdicts
{
    private readonly List<string> _failures = [];
    private int _passed;

    internal void Pass() => _passed++;

    internal void Fail(string name, string reason) => _failures.Add($"{name}: {reason}");

    internal int Report(TextWriter output)
    {
        foreach (var failure in _failures)
            output.WriteLine($"FAILED {failure}");
        output.WriteLine($"{_passed} passed, {_failures.Count} failed");
        return _failures.Count == 0 ? 0 : 1;
    }
}
