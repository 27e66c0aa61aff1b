using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Constructs;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The topic that every page goes to, one for status updates, and one for each person whom policy names. Not encrypted by a key: CloudWatch could not publish to them then.</summary>
internal sealed class PagingTopics : Construct
{
    /// <param name="people">Ids of people.</param>
    public PagingTopics(Construct scope, string id, IEnumerable<string> people)
        : base(scope, id)
    {
        Everyone = new Topic(this, "Everyone", new TopicProps { DisplayName = "Incident" });
        TopicPolicies.Allow(this, "EveryonePolicy", Everyone, TopicPublisher.Alarms($"{AlarmEventPattern.SuiteAlarmPrefix}*"));
        Updates = new Topic(this, "Updates", new TopicProps { DisplayName = "Incident update" });
        People = people.Order(StringComparer.Ordinal).ToDictionary(
            person => person,
            person => new Topic(this, $"Person-{person}", new TopicProps { DisplayName = "Incident" }));
    }

    public Topic Everyone { get; }

    /// <summary>For those who follow incidents and need not act: status updates, and what follows an incident.</summary>
    public Topic Updates { get; }

    /// <summary>Person's id → that person's own topic.</summary>
    public IReadOnlyDictionary<string, Topic> People { get; }

    /// <summary>ARNs of the topics that a workflow publishes to.</summary>
    /// <param name="workflow">One of <see cref="WorkflowNames"/>.</param>
    public IReadOnlyList<string> Of(string workflow, IncidentPolicy policy)
    {
        IEnumerable<Topic> topics = workflow switch
        {
            WorkflowNames.Paging => People.Values.Prepend(Everyone),
            WorkflowNames.StatusUpdates => Approvers(policy).Prepend(Updates),
            WorkflowNames.PostIncident => People.Values.Prepend(Updates),
            _ => [],
        };
        return [.. topics.Select(topic => topic.TopicArn)];
    }

    /// <summary>JSON object: person's id → ARN.</summary>
    public string PersonTopicArns => Stack.Of(this).ToJsonString(People.ToDictionary(person => person.Key, person => (object)person.Value.TopicArn));

    /// <summary>Of those who are asked about mail to customers; none where nobody is asked.</summary>
    private IEnumerable<Topic> Approvers(IncidentPolicy policy) => policy.Customers.Mail is { Automatic: false } ? policy.Remediation.Approvers.Where(People.ContainsKey).Select(id => People[id]) : [];
}
