using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>{"suffix": {"equals-ignore-case": ".json"}}</c>: a string that ends so, but for case.</summary>
internal sealed class SuffixIgnoreCase(IgnoreCase end) : ValueTest
{
    internal override bool Accepts(in Leaf leaf) => leaf.IsString && end.IsEndOf(leaf.Utf8);
}
