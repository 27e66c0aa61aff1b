using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Iam;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>Hands an event to a rule's target; what the target cannot take goes to the target's dead-letter queue.</summary>
internal sealed class TargetDelivery(SqsService queues, LambdaService lambda, ServiceDirectory services, ResourcePolicies policies, RoleGate gate, CloudIds ids, ObservationLog observations)
{
    private const string Service = "events.amazonaws.com";

    public async Task DeliverAsync(EventRule rule, EventTarget target, string payload)
    {
        try
        {
            await HandAsync(rule, target, payload);
        }
        catch (AwsError error)
        {
            GiveUp(rule, target, payload, error);
        }
    }

    private async Task HandAsync(EventRule rule, EventTarget target, string payload)
    {
        var arn = target.Arn;
        switch (arn.Split(':')[2])
        {
            case "sqs":
                var queue = queues.Find(arn) ?? throw NoResource(arn);
                Check(rule, "sqs:SendMessage", arn);
                queue.Send(payload, senderId: Service);
                break;
            case "lambda":
                var function = lambda.Find(arn) ?? throw NoResource(arn);
                Check(rule, "lambda:InvokeFunction", function.Arn);
                lambda.InvokeLater(arn, payload);
                break;
            case "states":
                var start = new ServiceCall("states", "StartExecution", new() { ["stateMachineArn"] = arn, ["input"] = payload, ["name"] = ids.Next("execution") }, RoleOf(rule, target));
                gate.Check(start);
                await services["states"].CallAsync(start, CancellationToken.None);
                break;
            case "sns":
                Check(rule, "sns:Publish", arn);
                await CallAsync("sns", "Publish", new() { ["TopicArn"] = arn, ["Message"] = payload });
                break;
            default:
                throw new AwsError("NOT_EMULATED", $"The local cloud does not deliver events to {arn}.");
        }
    }

    /// <summary>A workflow has no policy of its own: EventBridge starts it in a role's name.</summary>
    private static Caller RoleOf(EventRule rule, EventTarget target) => target.RoleArn is { } role
        ? new Caller(role, rule.Name)
        : throw new AwsError("NO_PERMISSIONS", $"The target {target.Id} of the rule {rule.Name} has no RoleArn, without which EventBridge starts no state machine.");

    private void Check(EventRule rule, string action, string arn)
    {
        if (!policies.Allows(Service, action, arn, rule.Arn))
            throw new AwsError("NO_PERMISSIONS", $"The policy of {arn} does not let {Service} do {action} for {rule.Arn}.");
    }

    private Task CallAsync(string service, string operation, JsonObject input) =>
        services[service].CallAsync(new ServiceCall(service, operation, input, Caller.Operator), CancellationToken.None);

    private void GiveUp(EventRule rule, EventTarget target, string payload, AwsError error)
    {
        if (target.DeadLetterArn is not { } arn || queues.Find(arn) is not { } queue || !policies.Allows(Service, "sqs:SendMessage", arn, rule.Arn))
        {
            observations.Add(new EventDropped(rule.LogicalId, target.Arn, error.Message));
            return;
        }
        var messageId = queue.Send(payload, new Dictionary<string, MessageAttribute>
        {
            ["RULE_ARN"] = new("String", rule.Arn),
            ["TARGET_ARN"] = new("String", target.Arn),
            ["ERROR_CODE"] = new("String", error.Code),
            ["ERROR_MESSAGE"] = new("String", error.Message),
        }, senderId: Service);
        observations.Add(new MessageDeadLettered(rule.LogicalId, queue.Name, messageId, payload));
    }

    private static AwsError NoResource(string arn) => new("RESOURCE_NOT_FOUND", $"There is no {arn}.");
}
