using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Tests;

/// <summary>Customers' reports: an address of their own where policy names a sender's secret, and nothing of it elsewhere.</summary>
[Collection(SynthesisedStacks.Name)]
public class ReportTests(Stacks stacks)
{
    [Fact]
    public void Receiver_OfAPolicyThatNamesASecret_MayReadThatSecretAlone() => Assert.Equal(
        ["arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/incident/reports-secret"],
        stacks.Whole.Allowed(stacks.Whole.Function(FunctionNames.ReceiveReport)).Where(statement => statement.Actions.Contains("ssm:GetParameter")).SelectMany(statement => statement.Resources));

    [Fact]
    public void Address_OfReports_IsPublicByBothPermissions()
    {
        var arn = stacks.Whole.Function(FunctionNames.ReceiveReport).Arn;
        var permissions = stacks.Whole.Of("AWS::Lambda::Permission").Where(permission => Template.Text(permission.Properties["FunctionName"]) == arn).Select(permission => permission.Properties["Action"]!.GetValue<string>());

        Assert.Equal(["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"], permissions.Order());
    }

    [Fact]
    public void Stack_OfAPolicyThatNamesNoSecret_HasNoReceiver() =>
        Assert.DoesNotContain(stacks.Bare.Of("AWS::Lambda::Function"), function => function.Properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!.GetValue<string>() == FunctionNames.ReceiveReport);
}
