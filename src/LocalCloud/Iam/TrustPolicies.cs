using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>Whether the service that is to act in a role's name may assume it. AWS refuses the resource otherwise.</summary>
internal static class TrustPolicies
{
    /// <exception cref="TemplateException">A function, a state machine or a rule's target names a role of the template that does not trust its service.</exception>
    public static void Check(Stack stack)
    {
        var roles = stack.OfType("AWS::IAM::Role").ToDictionary(role => role.Arn);
        foreach (var function in stack.OfType("AWS::Lambda::Function"))
            Check(roles, function, function.Properties.Text("Role"), "lambda.amazonaws.com");
        foreach (var machine in stack.OfType("AWS::StepFunctions::StateMachine"))
            Check(roles, machine, machine.Properties.Text("RoleArn"), "states.amazonaws.com");
        foreach (var rule in stack.OfType("AWS::Events::Rule"))
            foreach (var target in rule.Properties.List("Targets"))
                Check(roles, rule, target.Text("RoleArn"), "events.amazonaws.com");
    }

    private static void Check(Dictionary<string, StackResource> roles, StackResource resource, string? arn, string service)
    {
        if (arn is not null && roles.TryGetValue(arn, out var role) && !Trusted(role).Contains(service))
            throw new TemplateException($"'{resource.LogicalId}' names the role '{role.LogicalId}', which {service} may not assume; its AssumeRolePolicyDocument must allow that.");
    }

    private static IEnumerable<string> Trusted(StackResource role) => (role.Properties["AssumeRolePolicyDocument"]?["Statement"] switch
    {
        JsonArray many => many.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    }).Where(statement => statement.Text("Effect") == "Allow").SelectMany(statement => statement.Object("Principal").Strings("Service"));
}
