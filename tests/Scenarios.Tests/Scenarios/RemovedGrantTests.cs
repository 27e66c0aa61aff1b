using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

/// <summary>What the deployed roles do not grant is refused, as AWS would: without it a story goes another way, and says so.</summary>
[Collection(SuiteCollection.Name)]
public sealed class RemovedGrantTests(SuiteFixture suite)
{
    [Theory]
    [InlineData("looping-function", "runbookcostspike", "lambda:PutFunctionConcurrency", "Could not limit the Lambda function orders-export")]
    [InlineData("latency-alarm", "paging", "sns:Publish", "SNS refused")]
    public async Task Story_WithoutOneStatementOfARole_IsDeniedAndSaysSo(string name, string role, string action, string consequence)
    {
        using var folder = new TemporaryFolder();
        var scenario = StoryFiles.Find(name);
        var whole = await suite.StackAsync(scenario);
        var template = await whole.TemplateAsync();
        Assert.Equal(1, Remove(template, role, action));

        var story = await suite.PlayAsync(scenario, whole with { TemplateFile = folder.Write("less.template.json", template.ToJsonString()) });

        Assert.Contains(story.Outcome.Observations.OfType<AccessDenied>(), denied => denied.Role.Contains(role, StringComparison.Ordinal) && denied.Action == action);
        Assert.Contains(story.Lines, line => line.Text.Contains(consequence, StringComparison.Ordinal));
    }

    /// <returns>How many statements are gone.</returns>
    private static int Remove(JsonObject template, string role, string action)
    {
        var gone = 0;
        foreach (var (id, resource) in template["Resources"]!.AsObject())
        {
            var policies = (string?)resource!["Type"] switch
            {
                "AWS::IAM::Role" => resource["Properties"]!["Policies"]?.AsArray().Select(policy => policy!["PolicyDocument"]!) ?? [],
                "AWS::IAM::Policy" => [resource["Properties"]!["PolicyDocument"]!],
                _ => [],
            };
            if (!id.StartsWith(role, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var statements in policies.Select(policy => policy["Statement"]!.AsArray()))
            {
                foreach (var statement in statements.Where(statement => Actions(statement!).Contains(action)).ToList())
                {
                    statements.Remove(statement);
                    gone++;
                }
            }
        }

        return gone;
    }

    private static IEnumerable<string> Actions(JsonNode statement) =>
        statement["Action"] is JsonArray several ? several.Select(action => (string)action!) : [(string)statement["Action"]!];
}
