using System.Text.Json;
using CsCheck;

namespace IncidentServerless.EventPatterns.Tests;

public class PropertyTests
{
    private static readonly Gen<string> Key = Gen.OneOf<string>("a", "b", "c", "detail", "state", "a.b", "ключ", "$or", "prefix");

    private static readonly Gen<string> Text =
        Gen.OneOf<string>(Gen.String, Gen.OneOf<string>("", "OK", "ok", "ALARM", "1", "10.0.0.1", "::1", "a*b", "x\\y", "é"));

    private static readonly Gen<string> Scalar = Gen.OneOf<string>(
        Text.Select(text => JsonSerializer.Serialize(text)),
        Gen.Int[-20, 20].Select(number => $"{number}"),
        Gen.Double[-1e9, 1e9].Select(number => JsonSerializer.Serialize(number)),
        Gen.OneOf<string>("true", "false", "null", "8.0", "1e400", "123456789012345678901"));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 4
        ? Scalar
        : Gen.Frequency<string>((3, Scalar), (2, inner.Array[0, 3].Select(Array)), (4, Gen.Select(Key, inner).Array[0, 3].Select(Object))));

    private static readonly Gen<string> Event = Gen.Select(Key, Json).Array[0, 4].Select(Object);

    private static readonly Gen<string> Operator = Gen.OneOf<string>(
        "prefix", "suffix", "equals-ignore-case", "anything-but", "numeric", "cidr", "exists", "wildcard", "exactly", "=", "<");

    private static readonly Gen<string> PatternLike = Gen.Recursive<string>((depth, inner) => depth > 5
        ? Gen.OneOf<string>(Scalar, Operator.Select(name => $"\"{name}\""))
        : Gen.Frequency<string>(
            (2, Scalar),
            (3, inner.Array[0, 3].Select(Array)),
            (4, Gen.Select(Gen.OneOf<string>(Key, Operator), inner).Array[0, 3].Select(Object))));

    private static readonly Gen<string> ValidTest = Gen.OneOf<string>(
        Scalar,
        Text.Select(text => $$"""{"prefix": {{JsonSerializer.Serialize(text)}}}"""),
        Text.Select(text => $$"""{"anything-but": {{JsonSerializer.Serialize(text)}}}"""),
        Gen.OneOf<string>("""{"exists": true}""", """{"exists": false}""", """{"numeric": [">", 0, "<", 9]}""", """{"cidr": "10.0.0.0/8"}"""));

    private static readonly Gen<string> ValidPattern = Gen.Recursive<string>((depth, inner) =>
        Gen.Select(
                Gen.OneOf<string>("a", "b", "c", "detail"),
                depth > 2 ? ValidTest.Array[1, 3].Select(Array) : Gen.OneOf<string>(ValidTest.Array[1, 3].Select(Array), inner))
            .Array[1, 3]
            .Select(members => Object([.. members.DistinctBy(member => member.Item1)])));

    [Fact]
    public void Parse_AnyJson_TakesItOrThrowsEventPatternException() =>
        PatternLike.Sample(text => Record.Exception(() => EventPattern.Parse(text)) is null or EventPatternException, iter: 20_000);

    [Fact]
    public void Parse_AnyText_TakesItOrThrowsEventPatternException() =>
        Gen.String.Sample(text => Record.Exception(() => EventPattern.Parse(text)) is null or EventPatternException);

    [Fact]
    public void Pattern_OfAnEventsOwnLeaf_MatchesTheEvent() =>
        Event.Sample(
            text =>
            {
                using var parsed = JsonDocument.Parse(text);
                return Leaves(parsed.RootElement, []).All(leaf => OfLeaf(leaf).Matches(text));
            },
            iter: 5_000);

    [Fact]
    public void AnythingBut_PresentScalar_IsTheComplementOfItsOperand() =>
        Gen.Select(Text, Scalar, Gen.OneOf<string>("exactly", "equals-ignore-case", "prefix", "suffix")).Sample((text, value, name) =>
        {
            var operand = JsonSerializer.Serialize(text.Length == 0 ? "x" : text);
            var plain = $$"""{"{{name}}": {{operand}}}""";
            var but = name == "exactly" ? $$"""{"anything-but": {{operand}}}""" : $$"""{"anything-but": {{plain}}}""";
            return Given.Accepts(plain, value) != Given.Accepts(but, value);
        });

    [Fact]
    public void Exists_AnyEvent_HoldsEitherTrueOrFalse() =>
        Event.Sample(text =>
            Given.Matches("""{"a": {"b": [{"exists": true}]}}""", text) != Given.Matches("""{"a": {"b": [{"exists": false}]}}""", text));

    [Fact]
    public void Matches_KeysInAnotherOrder_AnswersTheSame() =>
        Gen.Select(ValidPattern, Event).Sample(
            (pattern, text) => Given.Matches(pattern, text) == Given.Matches(Reversed(pattern), Reversed(LastOfEachKey(text))),
            iter: 5_000);

    [Fact]
    public void Matches_EitherChoiceOfOr_IsTheOr() =>
        Gen.Select(ValidPattern, ValidPattern, Event).Sample(
            (one, other, text) =>
                Given.Matches($$"""{"$or": [{{one}}, {{other}}]}""", text) == (Given.Matches(one, text) || Given.Matches(other, text)),
            iter: 5_000);

    private static string Array(string[] items) => $"[{string.Join(',', items)}]";

    private static string Object((string Key, string Value)[] members) =>
        $"{{{string.Join(',', members.Select(member => $"{JsonSerializer.Serialize(member.Key)}:{member.Value}"))}}}";

    private static EventPattern OfLeaf((IReadOnlyList<string> Path, string Literal) leaf) =>
        EventPattern.Parse(leaf.Path.Reverse().Aggregate($"[{leaf.Literal}]", (inner, key) => Object([(key, inner)])));

    /// <summary>An object's scalars with the keys that lead to them; of equal keys, the last.</summary>
    private static IEnumerable<(IReadOnlyList<string> Path, string Literal)> Leaves(JsonElement node, List<string> path) =>
        node.ValueKind switch
        {
            JsonValueKind.Object => node.EnumerateObject()
                .GroupBy(member => member.Name)
                .SelectMany(members => Leaves(members.Last().Value, [.. path, members.Key])),
            JsonValueKind.Array => node.EnumerateArray().SelectMany(item => Leaves(item, path)),
            _ => [(path, node.GetRawText())],
        };

    private static string LastOfEachKey(string text) => Rewrite(text, members => members);

    private static string Reversed(string text) => Rewrite(text, members => members.Reverse());

    private static string Rewrite(string text, Func<IEnumerable<(string, string)>, IEnumerable<(string, string)>> order)
    {
        using var parsed = JsonDocument.Parse(text);
        return Rewritten(parsed.RootElement);

        string Rewritten(JsonElement node) => node.ValueKind switch
        {
            JsonValueKind.Object => Object([.. order(node.EnumerateObject()
                .GroupBy(member => member.Name)
                .Select(members => (members.Key, Rewritten(members.Last().Value))))]),
            JsonValueKind.Array => Array([.. node.EnumerateArray().Select(Rewritten)]),
            _ => node.GetRawText(),
        };
    }
}
