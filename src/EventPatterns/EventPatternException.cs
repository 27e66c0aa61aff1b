namespace IncidentServerless.EventPatterns;

/// <summary>
/// An event pattern that EventBridge would refuse. The message names the place, what was found there and what was
/// expected, in one sentence.
/// </summary>
public sealed class EventPatternException : Exception
{
    internal EventPatternException(string path, string found, string expected)
        : base($"{path}: found {found}, expected {expected}.") => Path = path;

    /// <summary>The JSON path of the fault, from the pattern's root: <c>$.detail.state[0].prefix</c>.</summary>
    public string Path { get; }
}
