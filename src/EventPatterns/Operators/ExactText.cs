using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>"running"</c>: the same string, byte for byte; no Unicode normalisation.</summary>
internal sealed class ExactText(byte[] expected) : ValueTest
{
    internal override bool Accepts(in Leaf leaf) => leaf.IsString && leaf.Utf8.SequenceEqual(expected);
}
