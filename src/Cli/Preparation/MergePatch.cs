using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Preparation;

/// <summary>JSON merge patch (RFC 7396): objects are merged member by member, null removes, anything else replaces.</summary>
public static class MergePatch
{
    /// <summary>The target with the patch applied; neither is changed.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var result = target is JsonObject members ? (JsonObject)members.DeepClone() : [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Apply(result[name], change);
            }
        }

        return result;
    }
}
