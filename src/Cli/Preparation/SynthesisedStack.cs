using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Preparation;

/// <summary>What CDK made of one policy.</summary>
/// <param name="Folder">Holds the <c>incident-policy.json</c> that the functions read: their <c>LAMBDA_TASK_ROOT</c>.</param>
/// <param name="TemplateFile">The CloudFormation template.</param>
internal sealed record SynthesisedStack(string Folder, string TemplateFile)
{
    public const string PolicyName = "incident-policy.json";

    /// <summary>Null when the folder does not hold exactly one template.</summary>
    public static SynthesisedStack? In(string folder) =>
        Directory.Exists(AssemblyIn(folder)) && Directory.GetFiles(AssemblyIn(folder), "*.template.json") is [var template] ? new(folder, template) : null;

    /// <summary>The folder of CDK's cloud assembly.</summary>
    public static string AssemblyIn(string folder) => Path.Combine(folder, "cdk.out");

    public async Task<JsonObject> TemplateAsync() => (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(TemplateFile))!;
}
