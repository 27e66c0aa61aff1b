using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

internal static class TopicPolicies
{
    /// <summary>Lets these publish to the topic, and nobody else from outside.</summary>
    public static void Allow(Construct scope, string id, Topic topic, params TopicPublisher[] publishers)
    {
        var policy = new TopicPolicy(scope, id, new TopicPolicyProps { Topics = [topic] });
        policy.Document.AddStatements([.. publishers.Select(publisher => Statement(Stack.Of(scope), topic, publisher))]);
    }

    private static PolicyStatement Statement(Stack stack, Topic topic, TopicPublisher publisher)
    {
        var conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Account } };
        if (publisher.Source is { } source)
        {
            conditions["ArnLike"] = new Dictionary<string, object> { ["aws:SourceArn"] = stack.FormatArn(source) };
        }

        return new PolicyStatement(new PolicyStatementProps
        {
            Sid = publisher.Sid,
            Principals = [new ServicePrincipal(publisher.Service)],
            Actions = ["sns:Publish"],
            Resources = [topic.TopicArn],
            Conditions = conditions,
        });
    }
}
