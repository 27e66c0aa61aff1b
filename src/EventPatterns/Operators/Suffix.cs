using System.Text.Json;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>{"suffix": ".json"}</c>: a string that ends so. An empty suffix accepts every string.</summary>
internal sealed class Suffix(byte[] end) : ValueTest
{
    internal static ValueTest Parse(Argument argument) => argument.Kind == JsonValueKind.Object
        ? new SuffixIgnoreCase(IgnoreCase.ParseNested(argument, "suffix"))
        : new Suffix(argument.Utf8("a string or {\"equals-ignore-case\": \"…\"}"));

    internal override bool Accepts(in Leaf leaf) => leaf.IsString && leaf.Utf8.EndsWith(end);
}
