namespace IncidentServerless.Cli.Scenarios.Reading;

/// <summary>One thing that is wrong in a scenario.</summary>
/// <param name="Path">Where, for example <c>script[2].respond.from</c>.</param>
public sealed record StoryFault(string Path, string Problem)
{
    public override string ToString() => $"{Path}: {Problem}";
}

/// <summary>A scenario cannot be played; the message names everything that is wrong, a line each.</summary>
public sealed class ScenarioException(string file, IReadOnlyList<StoryFault> faults) : Exception($"{file} is no scenario:\n{string.Join('\n', faults.Select(fault => $"  {fault}"))}")
{
    public IReadOnlyList<StoryFault> Faults { get; } = faults;
}
