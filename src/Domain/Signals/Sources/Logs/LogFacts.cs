namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>What policy may ask of lines of one pattern.</summary>
/// <param name="Count">How many there are in one payload.</param>
/// <param name="Pattern">One line; <c>…</c> stands for a value.</param>
public sealed record LogFacts(string Account, string Region, string Group, LogKind Kind, int Count, string Pattern)
{
    /// <summary>What the group is called in short: the last part of its path.</summary>
    public string Service => Group.TrimEnd('/').Split('/')[^1] is { Length: > 0 } last ? last : Group;
}
