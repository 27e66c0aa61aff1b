namespace IncidentServerless.Cdk.Tests;

/// <summary>What anybody on the internet can call takes no more of the account's concurrency than it is given.</summary>
[Collection(SynthesisedStacks.Name)]
public class PublicUrlTests(Stacks stacks)
{
    [Fact]
    public void Functions_WithAPublicUrl_AloneAreLimited()
    {
        var open = stacks.Whole.Of("AWS::Lambda::Url").Select(url => Template.Text(url.Properties["TargetFunctionArn"])).ToHashSet();
        var limited = stacks.Whole.Of("AWS::Lambda::Function").Where(function => function.Properties["ReservedConcurrentExecutions"] is not null).ToList();

        Assert.Equal(3, open.Count);
        Assert.All(limited, function => Assert.Equal(5, function.Properties["ReservedConcurrentExecutions"]!.GetValue<int>()));
        Assert.Equal(open, limited.Select(function => function.Arn).ToHashSet());
    }

    [Fact]
    public void Functions_WhereNoLimitIsGiven_HaveNone() =>
        Assert.All(stacks.Bare.Of("AWS::Lambda::Function"), function => Assert.Null(function.Properties["ReservedConcurrentExecutions"]));
}
