namespace IncidentServerless.Benchmarks.RuntimeApi;

/// <summary>A program that serves the Runtime API.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Path">The native binary.</param>
/// <param name="Environment">Variables besides the inherited ones.</param>
internal sealed record MeasuredProgram(string Name, string Path, IReadOnlyDictionary<string, string> Environment);
