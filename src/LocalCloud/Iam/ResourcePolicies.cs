using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>What queues, topics and functions let AWS's services do to them: the template's queue policies, topic policies and function permissions.</summary>
internal sealed class ResourcePolicies
{
    private readonly List<Grant> grants = [];
    private readonly string account;

    private sealed record Grant(string Resource, JsonNode? Principal, PolicyStatement Statement);

    public ResourcePolicies(Stack stack)
    {
        account = stack.Identity.Account;
        foreach (var policy in stack.OfType("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy"))
            foreach (var resource in policy.Properties.Strings("Queues").Concat(policy.Properties.Strings("Topics")))
                foreach (var statement in policy.Properties.Object("PolicyDocument").List("Statement"))
                    Add(resource.StartsWith("http", StringComparison.Ordinal) ? stack.Identity.Arn("sqs", resource[(resource.LastIndexOf('/') + 1)..]) : resource, policy.LogicalId, statement);
        foreach (var permission in stack.OfType("AWS::Lambda::Permission"))
            AddPermission(stack, permission);
    }

    /// <summary>Whether a service may act on a resource on behalf of another (a rule, a topic).</summary>
    /// <param name="service">For example <c>events.amazonaws.com</c>.</param>
    public bool Allows(string service, string action, string resourceArn, string sourceArn)
    {
        var permission = new Permission(action, resourceArn).With("aws:SourceArn", sourceArn).With("aws:SourceAccount", account);
        var fitting = grants.Where(grant => grant.Resource == resourceArn && Names(grant.Principal, service) && grant.Statement.Covers(permission)).ToList();
        return fitting.Count > 0 && fitting.TrueForAll(grant => grant.Statement.Allows);
    }

    private void Add(string resource, string policy, JsonNode statement)
    {
        foreach (var read in PolicyStatement.Read(policy, new JsonObject { ["Statement"] = statement.DeepClone() }))
            grants.Add(new Grant(resource, statement["Principal"]?.DeepClone(), read));
    }

    /// <summary>A function's permission is a statement in short.</summary>
    private void AddPermission(Stack stack, StackResource permission)
    {
        var function = permission.Properties.Text("FunctionName") ?? "";
        var arn = stack.Find("AWS::Lambda::Function", function)?.Arn ?? function;
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = permission.Properties.Text("Action"),
            ["Resource"] = arn,
            ["Principal"] = permission.Properties.Text("Principal") is { } principal && principal != "*" ? new JsonObject { ["Service"] = principal } : "*",
        };
        var conditions = new JsonObject();
        if (permission.Properties.Text("SourceArn") is { } source)
            conditions["ArnLike"] = new JsonObject { ["aws:SourceArn"] = source };
        if (permission.Properties.Text("SourceAccount") is { } owner)
            conditions["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = owner };
        if (conditions.Count > 0)
            statement["Condition"] = conditions;
        Add(arn, permission.LogicalId, statement);
    }

    private static bool Names(JsonNode? principal, string service) => principal switch
    {
        JsonValue => (string?)principal == "*",
        JsonObject => principal.Strings("Service").Contains(service) || principal.Strings("AWS").Contains("*"),
        _ => false,
    };
}
