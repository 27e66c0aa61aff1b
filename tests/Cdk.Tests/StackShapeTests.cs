using System.Text.Json.Nodes;

namespace IncidentServerless.Cdk.Tests;

[Collection(SynthesisedStacks.Name)]
public class StackShapeTests(Stacks stacks)
{
    [Fact]
    public void References_BetweenResources_GoInNoCircle()
    {
        var edges = stacks.Whole.All.ToDictionary(resource => resource.Id, resource => Template.References(resource.Body).ToHashSet());
        HashSet<string> done = [];
        bool IsFree(string id, HashSet<string> path) =>
            !edges.TryGetValue(id, out var next) || done.Contains(id) || (path.Add(id) && next.All(each => IsFree(each, [.. path])) && done.Add(id));

        Assert.All(edges.Keys, id => Assert.True(IsFree(id, []), $"{id} refers to itself by way of others; CloudFormation refuses that."));
    }

    [Fact]
    public void Functions_OfTheSuite_ShareOneAssetAndAreChosenByName()
    {
        var functions = stacks.Whole.Of("AWS::Lambda::Function").ToList();

        Assert.Equal(["AnswerSlack", "AssessEvidence", "BeginRunbook", "ClassifyAlarm", "ClassifyCost", "ClassifyFinding", "ClassifyHealth", "ClassifyLogs", "ComposeMessage", "ReceiveReport", "Reconcile", "RecordIncident", "Respond"], functions.Select(Variable("ANNOTATIONS_HANDLER")).Order());
        Assert.Single(functions.Select(function => function.Properties["Code"]!.ToJsonString()).Distinct());
        Assert.All(functions, function => Assert.Equal("provided.al2023", function.Properties["Runtime"]!.GetValue<string>()));
        Assert.All(functions, function => Assert.Equal(function.Properties["Timeout"]!.ToString(), Variable("FUNCTION_TIMEOUT_SECONDS")(function)));
    }

    [Fact]
    public void Resources_OfTheStack_NeedNoFunctionOfCdksOwn() =>
        Assert.DoesNotContain(stacks.Whole.All, resource => resource.Type.StartsWith("Custom::", StringComparison.Ordinal) || resource.Type == "AWS::CloudFormation::CustomResource");

    [Theory]
    [InlineData("incident-lifecycle")]
    [InlineData("paging")]
    [InlineData("runbook-cost-spike")]
    [InlineData("runbook-general")]
    public void Placeholders_OfAWorkflow_AreAllFilledIn(string workflow)
    {
        foreach (var stack in new[] { stacks.Whole, stacks.Bare })
        {
            var machine = stack.StateMachine(workflow).Properties;
            var definition = new Workflows.WorkflowDefinition(workflow, machine["DefinitionString"]!.GetValue<string>());
            Assert.Equal(definition.Needs, machine["DefinitionSubstitutions"]!.AsObject().Select(each => each.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Architecture_OfABinaryThatIsNoArmProgram_IsX64() =>
        Assert.All(stacks.Whole.Of("AWS::Lambda::Function"), function => Assert.Equal("x86_64", Assert.Single(function.Properties["Architectures"]!.AsArray())!.GetValue<string>()));

    private static Func<Resource, string> Variable(string name) => function => ((JsonValue)function.Properties["Environment"]!["Variables"]![name]!).GetValue<string>();
}
