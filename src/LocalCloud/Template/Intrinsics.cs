using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>CloudFormation's intrinsic functions, evaluated into new JSON.</summary>
/// <param name="reference">What <c>Ref</c> answers; null for <c>AWS::NoValue</c>.</param>
/// <param name="attribute">What <c>Fn::GetAtt</c> answers.</param>
internal sealed partial class Intrinsics(Func<string, JsonNode?> reference, Func<string, string, JsonNode?> attribute, JsonObject conditions, JsonObject mappings)
{
    private readonly Dictionary<string, bool> truths = [];

    /// <summary>The value; null where the template says null or <c>AWS::NoValue</c>.</summary>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        null => null,
        JsonObject call when call.Count == 1 && IsIntrinsic(call.First().Key) => Call(call.First().Key, call.First().Value),
        JsonObject members => Members(members),
        JsonArray items => Items(items),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => DynamicReferences.Resolve((string)value!),
        _ => node.DeepClone(),
    };

    public bool Condition(string name)
    {
        if (truths.TryGetValue(name, out var known))
            return known;
        var definition = conditions[name] ?? throw new TemplateException($"The template uses the condition '{name}' but does not define it.");
        return truths[name] = Truth(definition);
    }

    private static bool IsIntrinsic(string key) => key is "Ref" or "Condition" || key.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Call(string function, JsonNode? argument) => function switch
    {
        "Ref" => reference((string)argument!),
        "Fn::GetAtt" => GetAtt(argument!),
        "Fn::Join" => DynamicReferences.Resolve(string.Join(Text(argument![0]), List(argument[1]).Select(Text))),
        "Fn::Sub" => DynamicReferences.Resolve(Sub(argument!)),
        "Fn::Select" => List(argument![1])[int.Parse(Text(argument[0]))]?.DeepClone(),
        "Fn::Split" => new JsonArray([.. Text(Resolve(argument![1])).Split(Text(argument[0])).Select(part => (JsonNode)part)]),
        "Fn::If" => Resolve(Condition((string)argument![0]!) ? argument[1] : argument[2]),
        "Fn::Base64" => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Text(Resolve(argument)))),
        "Fn::FindInMap" => Mapped(List(argument)),
        "Condition" or "Fn::Equals" or "Fn::And" or "Fn::Or" or "Fn::Not" => Truth(new JsonObject { [function] = argument?.DeepClone() }),
        _ => throw new TemplateException($"The template uses {function}, which the local cloud does not evaluate; give the value in the app instead."),
    };

    private JsonObject Members(JsonObject members)
    {
        var result = new JsonObject();
        foreach (var (key, value) in members)
            if (value is null)
                result[key] = null;
            else if (Resolve(value) is { } resolved)
                result[key] = resolved;
        return result;
    }

    private JsonArray Items(JsonArray items)
    {
        var result = new JsonArray();
        foreach (var item in items)
            if (item is null)
                result.Add(null);
            else if (Resolve(item) is { } resolved)
                result.Add(resolved);
        return result;
    }

    private JsonArray List(JsonNode? node) =>
        Resolve(node) as JsonArray ?? throw new TemplateException($"An intrinsic function needs a list but was given {node?.Compact() ?? "nothing"}.");

    private JsonNode? GetAtt(JsonNode argument)
    {
        if (argument is JsonArray parts)
            return attribute((string)parts[0]!, Text(Resolve(parts[1])));
        var text = (string)argument!;
        var dot = text.IndexOf('.');
        return attribute(text[..dot], text[(dot + 1)..]);
    }

    private string Sub(JsonNode argument)
    {
        var text = (string)(argument is JsonArray parts ? parts[0] : argument)!;
        var variables = argument is JsonArray { Count: > 1 } withVariables ? (JsonObject)Resolve(withVariables[1])! : [];
        return Placeholder().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            if (name.StartsWith('!'))
                return "${" + name[1..] + "}";
            if (variables.TryGetPropertyValue(name, out var given))
                return Text(given);
            var dot = name.IndexOf('.');
            return Text(dot < 0 ? reference(name) : attribute(name[..dot], name[(dot + 1)..]));
        });
    }

    private JsonNode? Mapped(JsonArray keys) =>
        mappings[Text(keys[0])]?[Text(keys[1])]?[Text(keys[2])]?.DeepClone()
        ?? throw new TemplateException($"The template's mappings have no {Text(keys[0])}.{Text(keys[1])}.{Text(keys[2])}.");

    private bool Truth(JsonNode? node)
    {
        if (node is JsonObject { Count: 1 } call)
        {
            var (function, argument) = (call.First().Key, call.First().Value);
            switch (function)
            {
                case "Condition": return Condition((string)argument!);
                case "Fn::Equals": return Text(Resolve(argument![0])) == Text(Resolve(argument[1]));
                case "Fn::And": return ((JsonArray)argument!).All(Truth);
                case "Fn::Or": return ((JsonArray)argument!).Any(Truth);
                case "Fn::Not": return !Truth(argument![0]);
            }
        }
        return Text(Resolve(node)) == "true";
    }

    /// <summary>A scalar as CloudFormation writes it into a string.</summary>
    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string)value!,
        _ => node.Compact(),
    };

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Placeholder();
}
