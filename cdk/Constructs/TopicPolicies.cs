using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

internal static class TopicPolicies
{
    /// <summary>Lets CloudWatch alarms of this account and region publish, and nobody else's.</summary>
    /// <param name="alarms">The alarms' names; <c>*</c> stands for any text.</param>
    public static void AllowAlarms(Construct scope, string id, Topic topic, string alarms)
    {
        var stack = Stack.Of(scope);
        var policy = new TopicPolicy(scope, id, new TopicPolicyProps { Topics = [topic] });
        policy.Document.AddStatements(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "AlarmsOfThisAccount",
            Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
            Actions = ["sns:Publish"],
            Resources = [topic.TopicArn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Account },
                ["ArnLike"] = new Dictionary<string, object>
                {
                    ["aws:SourceArn"] = stack.FormatArn(new ArnComponents
                    {
                        Service = "cloudwatch",
                        Resource = "alarm",
                        ResourceName = alarms,
                        ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
                    }),
                },
            },
        }));
    }
}
