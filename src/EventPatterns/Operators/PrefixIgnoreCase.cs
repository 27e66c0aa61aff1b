using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>{"prefix": {"equals-ignore-case": "arn:"}}</c>: a string that starts so, but for case.</summary>
internal sealed class PrefixIgnoreCase(IgnoreCase start) : ValueTest
{
    internal override bool Accepts(in Leaf leaf) => leaf.IsString && start.IsStartOf(leaf.Utf8);
}
