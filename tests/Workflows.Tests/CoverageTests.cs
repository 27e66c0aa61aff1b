using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Workflows.Tests;

/// <summary><c>src/Workflows/COVERAGE.md</c> names things of the tree; none of them may be gone or renamed.</summary>
public partial class CoverageTests
{
    private static readonly string Root = FindRoot();

    private static readonly JsonNode Policy = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Root, "cdk/incident-policy.json")), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;

    private static readonly IReadOnlyList<Row> Rows =
    [
        .. File.ReadLines(Path.Combine(Root, "src/Workflows/COVERAGE.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| line |", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split(" | ")).Select(cells => new Row(cells[0].Trim(), References(cells[1]), References(cells[2]))),
    ];

    [Fact]
    public void Table_HasARowForEveryLineOfTheRunbook_EachDoneBySomethingAndShownByAStory()
    {
        Assert.InRange(Rows.Count, 60, 200);
        Assert.All(Rows, row => Assert.True(row.DoneBy.Count > 0 && row.ShownBy.Count > 0, $"\"{row.Line}\" names nothing that does it, or no story."));
    }

    [Fact]
    public void Reference_OfAnyRow_IsThere() => Assert.All(Rows, row =>
    {
        Assert.All(row.ShownBy, story => Assert.True(File.Exists(Path.Combine(Root, "src/Cli/Scenarios/stories", $"{story}.json")), $"\"{row.Line}\": there is no story {story}."));
        Assert.All(row.DoneBy, reference => Assert.True(IsThere(reference), $"\"{row.Line}\": there is no {reference}."));
    });

    [Fact]
    public void Action_OfAnyRunbook_IsInTheTable() => Assert.Equal(
        typeof(ActionKinds).GetFields().Select(kind => (string)kind.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Rows.SelectMany(row => row.DoneBy).Where(reference => reference.StartsWith("action: ", StringComparison.Ordinal)).Select(reference => reference["action: ".Length..]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("file: src/Domain/Nothing.cs")]
    [InlineData("route: No such route")]
    [InlineData("policy: severities.SEV9")]
    [InlineData("state: authentication: No such state")]
    [InlineData("finding: authentication/no-such-finding")]
    [InlineData("action: no-such-action")]
    [InlineData("something else")]
    public void Reference_ToNothing_IsNoticed(string reference) => Assert.False(IsThere(reference));

    private static bool IsThere(string reference) => reference.Split(": ", reference.StartsWith("state: ", StringComparison.Ordinal) ? 3 : 2) switch
    {
        ["file", var path] => File.Exists(Path.Combine(Root, path)),
        ["route", var name] => Policy["routes"]!.AsArray().Any(route => route!["name"]!.GetValue<string>() == name),
        ["policy", var path] => path.Split('.').Aggregate((JsonNode?)Policy, (node, member) => (node as JsonObject)?[member]) is not null,
        ["state", var workflow, var state] when workflow is WorkflowNames.Paging or WorkflowNames.StatusUpdates or WorkflowNames.PostIncident => Definitions.States(workflow).Any(each => each.Name == state),
        ["state", var runbook, var state] => WorkflowDefinitions.Runbooks.Contains(runbook) && Definitions.States($"runbook-{runbook}").Any(each => each.Name == state),
        ["finding", var finding] => finding.Split('/') is [var runbook, var name] && FindingsOf(runbook).Contains(name),
        ["action", var kind] => WorkflowDefinitions.Runbooks.SelectMany(WorkflowDefinitions.ActionsOf).Contains(kind),
        _ => false,
    };

    private static IEnumerable<string> FindingsOf(string runbook) => typeof(Diagnosis).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Findings", StringComparison.Ordinal) && JsonNamingPolicy.KebabCaseLower.ConvertName(type.Namespace!.Split('.')[^1]) == runbook)
        .SelectMany(type => type.GetFields().Select(field => (string)field.GetRawConstantValue()!));

    private static IReadOnlyList<string> References(string cell) => [.. Reference().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "IncidentServerless.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Reference();

    private sealed record Row(string Line, IReadOnlyList<string> DoneBy, IReadOnlyList<string> ShownBy);
}
