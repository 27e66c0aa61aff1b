using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Policy;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Cli.Preparation;

/// <summary>The policy that deploys, with a scenario's patch over it.</summary>
internal static class PolicyText
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>JSON without comments; the same patch gives the same text.</returns>
    /// <exception cref="RefusedException">The file is missing, or the policy has faults, with the patch or without; the message names all of them.</exception>
    public static Task<string> WithAsync(JsonObject? patch) => WithAsync(patch, BuiltParts.Policy);

    internal static async Task<string> WithAsync(JsonObject? patch, string file)
    {
        if (!File.Exists(file))
        {
            throw new RefusedException($"There is no policy at {file}.");
        }

        var deployed = await File.ReadAllTextAsync(file);
        Check(deployed, file);
        var text = MergePatch.Apply(JsonNode.Parse(deployed, documentOptions: WithComments), patch ?? [])!.ToJsonString(Readable);
        Check(text, $"{file}, with the scenario's patch over it,");
        return text;
    }

    private static void Check(string text, string what)
    {
        try
        {
            PolicyReader.Read(text, TzdbTimeZones.All);
        }
        catch (PolicyException faults)
        {
            throw new RefusedException($"{what} cannot be used:\n{faults.Message}");
        }
    }
}
