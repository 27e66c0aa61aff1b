using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// <c>{"exists": true}</c>: any scalar, null included; objects and empty arrays are none. <c>{"exists": false}</c>: no
/// scalar at that path, a missing parent included.
/// </summary>
internal sealed class Exists(bool expected) : ValueTest
{
    internal static Exists Parse(Argument argument) => argument.Kind switch
    {
        JsonValueKind.True => new Exists(true),
        JsonValueKind.False => new Exists(false),
        _ => throw argument.Expecting("true or false"),
    };

    internal override bool AcceptsAbsence => !expected;

    internal override bool Accepts(in Leaf leaf) => expected;
}
