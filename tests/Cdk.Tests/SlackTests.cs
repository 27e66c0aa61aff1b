using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Tests;

/// <summary>What people do in Slack: an address of its own where policy names the app's signing secret, and nothing of it elsewhere.</summary>
[Collection(SynthesisedStacks.Name)]
public class SlackTests(Stacks stacks)
{
    [Fact]
    public void Answerer_OfAPolicyThatNamesTheSecret_MayReadThatSecretAlone() => Assert.Equal(
        ["arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/incident/slack-signing"],
        stacks.Whole.Allowed(stacks.Whole.Function(FunctionNames.AnswerSlack)).Where(statement => statement.Actions.Contains("ssm:GetParameter")).SelectMany(statement => statement.Resources));

    [Fact]
    public void Address_OfSlack_IsPublicByBothPermissions()
    {
        var arn = stacks.Whole.Function(FunctionNames.AnswerSlack).Arn;
        var permissions = stacks.Whole.Of("AWS::Lambda::Permission").Where(permission => Template.Text(permission.Properties["FunctionName"]) == arn).Select(permission => permission.Properties["Action"]!.GetValue<string>());

        Assert.Equal(["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"], permissions.Order());
    }

    [Fact]
    public void Stack_OfAPolicyWithoutTheSecret_HasNoAnswerer() =>
        Assert.DoesNotContain(stacks.Bare.Of("AWS::Lambda::Function"), function => function.Properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!.GetValue<string>() == FunctionNames.AnswerSlack);
}
