using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>Workflows write an API's members in Pascal case, Step Functions' API itself in camel case.</summary>
internal static class MemberNames
{
    public static JsonObject ToCamelCase(JsonObject value) => Rename(value, name => char.ToLowerInvariant(name[0]) + name[1..]);

    public static JsonObject ToPascalCase(JsonObject value) => Rename(value, name => char.ToUpperInvariant(name[0]) + name[1..]);

    private static JsonObject Rename(JsonObject value, Func<string, string> rename) =>
        new(value.Select(member => KeyValuePair.Create(member.Key.Length == 0 ? "" : rename(member.Key), Rename(member.Value, rename))));

    private static JsonNode? Rename(JsonNode? value, Func<string, string> rename) => value switch
    {
        JsonObject members => Rename(members, rename),
        JsonArray items => new JsonArray([.. items.Select(item => Rename(item, rename))]),
        _ => value?.DeepClone(),
    };
}
