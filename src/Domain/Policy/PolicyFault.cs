namespace IncidentServerless.Domain.Policy;

/// <summary>One thing that is wrong in the policy file.</summary>
/// <param name="Path">Where, for example <c>escalation.SEV2.levels[1].wait</c>; for text that is no JSON the line and column.</param>
/// <param name="Problem">What is wrong and what was expected, for people.</param>
public sealed record PolicyFault(string Path, string Problem)
{
    /// <summary><c>path: problem</c>.</summary>
    public override string ToString() => $"{Path}: {Problem}";
}
