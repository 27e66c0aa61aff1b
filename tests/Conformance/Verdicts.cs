namespace IncidentServerless.Conformance;

/// <summary>How the cases of a recording went, and the exit code that says so: 0, or 1 if any failed or there was none.</summary>
internal sealed class Verdicts
{
    private readonly List<string> _failures = [];
    private int _passed;
    private int _skipped;

    internal void Pass() => _passed++;

    /// <summary>Of a kind that is not run.</summary>
    internal void Skip(int cases) => _skipped += cases;

    internal void Fail(string name, string reason) => _failures.Add($"{name}: {reason}");

    internal int Report(TextWriter output)
    {
        foreach (var failure in _failures)
            output.WriteLine($"FAILED {failure}");
        output.WriteLine($"{_passed} passed, {_failures.Count} failed{(_skipped > 0 ? $", {_skipped} skipped" : "")}");
        return _failures.Count == 0 && _passed > 0 ? 0 : 1;
    }
}
