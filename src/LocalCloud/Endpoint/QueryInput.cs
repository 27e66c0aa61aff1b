using System.Text.Json.Nodes;
using System.Web;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>Turns form parameters (<c>MessageAttributes.entry.1.Name=…</c>) into the members of the API.</summary>
internal static class QueryInput
{
    // SQS flattens its lists and maps, and names them in the singular.
    private static readonly Dictionary<string, string> SqsLists = new()
    {
        ["AttributeName"] = "AttributeNames",
        ["MessageAttributeName"] = "MessageAttributeNames",
        ["MessageSystemAttributeName"] = "MessageSystemAttributeNames",
        ["SendMessageBatchRequestEntry"] = "Entries",
        ["DeleteMessageBatchRequestEntry"] = "Entries",
        ["ChangeMessageVisibilityBatchRequestEntry"] = "Entries",
        ["Attribute"] = "Attributes",
        ["MessageAttribute"] = "MessageAttributes",
    };

    public static (string Operation, JsonObject Input) Parse(string form)
    {
        var root = new JsonObject();
        var operation = "";
        var parameters = HttpUtility.ParseQueryString(form);
        foreach (var key in parameters.AllKeys.OfType<string>())
            if (key == "Action")
                operation = parameters[key]!;
            else if (key != "Version")
                Insert(root, key.Split('.'), parameters[key]!);
        return (operation, (JsonObject)Fold(root)!);
    }

    private static void Insert(JsonObject node, string[] path, string value)
    {
        foreach (var step in path[..^1])
            node = (node[step] ??= new JsonObject()) as JsonObject ?? throw new AwsError("MalformedQueryString", $"The parameter {string.Join('.', path)} is also given as a value of its own.");
        node[path[^1]] = value;
    }

    /// <summary>Numbered members become lists, lists of name and value become maps.</summary>
    private static JsonNode? Fold(JsonNode? node)
    {
        if (node is not JsonObject members)
            return node?.DeepClone();
        if (members.Count == 1 && members.First() is { Key: "member" or "entry" } wrapper)
            return Fold(wrapper.Value);
        if (members.Count > 0 && members.All(member => int.TryParse(member.Key, out _)))
        {
            var items = members.OrderBy(member => int.Parse(member.Key)).Select(member => Fold(member.Value)).ToList();
            return items.All(IsEntry)
                ? new JsonObject(items.DistinctBy(KeyOf).Select(item => KeyValuePair.Create(KeyOf(item), (item!["Value"] ?? item["value"])?.DeepClone())))
                : new JsonArray([.. items]);
        }
        return new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Value is JsonObject numbered && numbered.All(entry => int.TryParse(entry.Key, out _)) && SqsLists.TryGetValue(member.Key, out var plural) ? plural : member.Key,
            Fold(member.Value))));
    }

    private static string KeyOf(JsonNode? entry) => (entry!["Name"] ?? entry["key"])!.ToString();

    private static bool IsEntry(JsonNode? item) =>
        item is JsonObject { Count: 2 } entry && (entry.ContainsKey("Name") || entry.ContainsKey("key")) && (entry.ContainsKey("Value") || entry.ContainsKey("value"));
}
