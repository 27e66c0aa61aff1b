using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>{"equals-ignore-case": "alarm"}</c>: the same string but for case; see <see cref="IgnoreCase"/>.</summary>
internal sealed class EqualsIgnoreCase(IgnoreCase expected) : ValueTest
{
    internal static EqualsIgnoreCase Parse(Argument argument) => new(new IgnoreCase(argument.Text()));

    internal override bool Accepts(in Leaf leaf) => leaf.IsString && expected.IsAllOf(leaf.Utf8);
}
