using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>{"prefix": "arn:"}</c>: a string that starts so. An empty prefix accepts every string.</summary>
internal sealed class Prefix(byte[] start) : ValueTest
{
    internal static ValueTest Parse(Argument argument) => argument.Kind == JsonValueKind.Object
        ? new PrefixIgnoreCase(IgnoreCase.ParseNested(argument, "prefix"))
        : new Prefix(argument.Utf8("a string or {\"equals-ignore-case\": \"…\"}"));

    internal override bool Accepts(in Leaf leaf) => leaf.IsString && leaf.Utf8.StartsWith(start);
}
