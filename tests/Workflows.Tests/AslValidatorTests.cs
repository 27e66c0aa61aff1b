using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Workflows.Tests;

/// <summary>What somebody else's reading of the Amazon States Language says: npm's <c>asl-validator</c>.</summary>
public sealed partial class AslValidatorTests : IDisposable
{
    private static readonly string Validator = Path.Combine(NpmPackages.InstalledAbove(AppContext.BaseDirectory, forDevelopers: true).Folder, "asl-validator", "dist", "bin", "asl-validator.js");

    /// <summary>Each workflow, and each again with as little in it as policy can leave.</summary>
    private static readonly (string Name, WorkflowDefinition Definition)[] Deployable =
    [
        .. Definitions.All.Select(definition => (definition.Name, definition)),
        ("paging-without-channels", WorkflowDefinitions.Paging(OptionalChannels.None)),
        .. from runbook in WorkflowDefinitions.Runbooks from action in WorkflowDefinitions.ActionsOf(runbook) select ($"{runbook}-{action}", WorkflowDefinitions.Runbook(runbook, [action])),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("asl-");

    [Fact]
    public async Task Definition_OfEveryWorkflow_IsValid()
    {
        var answer = await ValidateAsync(Deployable.Select(each => (each.Name, Filled(each.Definition))));

        Assert.True(answer.ExitCode == 0, answer.Text);
        Assert.All(Deployable, each => Assert.Contains($"{each.Name}.json\" is valid", answer.Text));
    }

    [Fact]
    public async Task Definition_ThatLeadsNowhere_IsRefused()
    {
        var answer = await ValidateAsync([("lost", Filled(WorkflowDefinitions.Lifecycle).Replace("\"Next\": \"Start paging\"", "\"Next\": \"Nowhere\"", StringComparison.Ordinal))]);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("MISSING_TRANSITION_TARGET", answer.Text);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ToolAnswer> ValidateAsync(IEnumerable<(string Name, string Text)> definitions)
    {
        List<string> arguments = [Validator];
        foreach (var (name, text) in definitions)
        {
            var file = Path.Combine(folder.FullName, $"{name}.json");
            await File.WriteAllTextAsync(file, text);
            arguments.AddRange(["--json-path", file]);
        }

        return await ExternalTool.RunAsync("node", arguments) ?? throw new ToolException("Node is needed to run asl-validator, but there is no 'node' on the PATH.");
    }

    private static string Filled(WorkflowDefinition definition) => Placeholder().Replace(definition.Text, match => match.Groups["name"].Value switch
    {
        Placeholders.AutomationParameter => "/IncidentServerless/automation",
        Placeholders.Paging => "arn:aws:states:eu-central-1:123456789012:stateMachine:IncidentServerless-paging",
        Placeholders.PagerDutyConnection or Placeholders.SlackConnection => "arn:aws:events:eu-central-1:123456789012:connection/IncidentServerless/0f2f1f3c-7f8e-4d0e-9d38-3f0f6f2f4f11",
        var name when name.StartsWith("Runbook", StringComparison.Ordinal) => $"arn:aws:states:eu-central-1:123456789012:stateMachine:IncidentServerless-{name}",
        var name => $"arn:aws:lambda:eu-central-1:123456789012:function:IncidentServerless-{name}",
    });

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();
}
