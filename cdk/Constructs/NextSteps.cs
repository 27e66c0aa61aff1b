using Amazon.CDK;
using Constructs;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The stack's outputs: what to do after deploying.</summary>
internal sealed class NextSteps : Construct
{
    public NextSteps(Construct scope, string id, PagingTopics topics, AlarmSignals alarms, CostSignals costs, PublicUrl responder, PublicUrl? reports, PublicUrl? slack, Channels channels)
        : base(scope, id)
    {
        Output("SubscribeToPages", Subscribe(topics.Everyone.TopicArn, "oncall@example.com"), "Do this first: until somebody is subscribed, pages reach nobody.");
        Output("SubscribeToUpdates", Subscribe(topics.Updates.TopicArn, "stakeholders@example.com"), "For those who follow incidents and need not act: status updates, and what follows an incident.");
        foreach (var (person, topic) in topics.People)
        {
            Output($"SubscribePerson{string.Concat(person.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))}", Subscribe(topic.TopicArn, $"{person}@example.com"), $"Subscribes {person} to pages with a personal link.");
        }

        Output("AlarmTopicArn", alarms.Topic.TopicArn, "CloudWatch alarms of this account and region arrive by themselves, through EventBridge. An alarm of this account may name this topic as its action as well, or instead where EventBridge does not see it.");
        Output("CostTopicArn", costs.Topic.TopicArn, "Name this topic under the alerts of your AWS Budgets, which arrive in no other way, and as the subscriber of Cost Anomaly Detection where the stack is outside us-east-1; billing alarms may name it as their action.");
        Output("RespondUrl", responder.Url, "Where the links in pages lead.");
        if (channels.PagerDuty?.WebhookSecret is not null)
        {
            Output("PagerDutyWebhookUrl", $"{responder.Url}pagerduty", "Where PagerDuty's webhook (v3) sends incident.acknowledged and incident.resolved; its secret goes into the SSM parameter that the policy names.");
        }

        if (channels.Webhook is not null)
        {
            Output("DeedsUrl", $"{responder.Url}deeds", "Where programs of yours ask for what people want done to an incident, signed; README tells how.");
        }

        if (slack is not null)
        {
            Output("SlackUrl", slack.Url, "Where the Slack app sends its slash command /incident and its interactivity; its signing secret goes into the SSM parameter that the policy names.");
        }

        if (reports is not null)
        {
            Output("ReportUrl", reports.Url, "Where customers' reports are sent, signed: by Zendesk's webhook, by the Slack app's event subscription, or by whatever you have.");
        }
    }

    private static string Subscribe(string topic, string address) =>
        $"aws sns subscribe --topic-arn {topic} --protocol email --notification-endpoint {address}";

    // The stack is the scope, so that the output has the short name.
    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(Stack.Of(this), name, new CfnOutputProps { Value = value, Description = description });
}
