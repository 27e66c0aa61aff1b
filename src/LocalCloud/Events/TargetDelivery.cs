using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Queues;

namespace IncidentServerless.LocalCloud.Events;

/// <summary>Hands an event to a rule's target; what the target cannot take goes to the target's dead-letter queue.</summary>
internal sealed class TargetDelivery(SqsService queues, LambdaService lambda, ServiceDirectory services, CloudIds ids, ObservationLog observations)
{
    public async Task DeliverAsync(EventRule rule, EventTarget target, string payload)
    {
        try
        {
            await HandAsync(target.Arn, payload);
        }
        catch (AwsError error)
        {
            GiveUp(rule, target, payload, error);
        }
    }

    private async Task HandAsync(string arn, string payload)
    {
        switch (arn.Split(':')[2])
        {
            case "sqs":
                (queues.Find(arn) ?? throw NoResource(arn)).Send(payload, senderId: "events.amazonaws.com");
                break;
            case "lambda":
                lambda.InvokeLater(arn, payload);
                break;
            case "states":
                await CallAsync("states", "StartExecution", new() { ["stateMachineArn"] = arn, ["input"] = payload, ["name"] = ids.Next("execution") });
                break;
            case "sns":
                await CallAsync("sns", "Publish", new() { ["TopicArn"] = arn, ["Message"] = payload });
                break;
            default:
                throw new AwsError("NOT_EMULATED", $"The local cloud does not deliver events to {arn}.");
        }
    }

    private Task CallAsync(string service, string operation, JsonObject input) =>
        services[service].CallAsync(new ServiceCall(service, operation, input, Caller.Operator), CancellationToken.None);

    private void GiveUp(EventRule rule, EventTarget target, string payload, AwsError error)
    {
        if (target.DeadLetterArn is not { } arn || queues.Find(arn) is not { } queue)
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
        }, senderId: "events.amazonaws.com");
        observations.Add(new MessageDeadLettered(rule.LogicalId, queue.Name, messageId, payload));
    }

    private static AwsError NoResource(string arn) => new("RESOURCE_NOT_FOUND", $"There is no {arn}.");
}
