using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cli.Preparation;

/// <summary>The policy that deploys, with a scenario's patch over it.</summary>
internal static class PolicyText
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>JSON without comments; the same patch gives the same text.</returns>
    /// <exception cref="RefusedException">The file is missing, or the policy has faults; the message names all of them.</exception>
    public static async Task<string> WithAsync(JsonObject? patch)
    {
        var file = BuiltParts.Policy;
        if (!File.Exists(file))
        {
            throw new RefusedException($"There is no policy at {file}.");
        }

        var whole = JsonNode.Parse(await File.ReadAllTextAsync(file), documentOptions: WithComments);
        var text = MergePatch.Apply(whole, patch ?? [])!.ToJsonString(Readable);
        Check(text, file);
        return text;
    }

    private static void Check(string text, string file)
    {
        try
        {
            PolicyReader.Read(text);
        }
        catch (PolicyException faults)
        {
            throw new RefusedException($"{file}, with the scenario's patch over it, cannot be used:\n{faults.Message}");
        }
    }
}
