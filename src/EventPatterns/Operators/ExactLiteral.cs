using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>: the literal, never the string that spells it.</summary>
internal sealed class ExactLiteral(JsonValueKind kind) : ValueTest
{
    internal override bool Accepts(in Leaf leaf) => leaf.Kind == kind;
}
