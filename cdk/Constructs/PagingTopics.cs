using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Constructs;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The topic that every page goes to, and one for each person whom policy names. Not encrypted by a key: CloudWatch could not publish to them then.</summary>
internal sealed class PagingTopics : Construct
{
    /// <param name="people">Ids of people.</param>
    public PagingTopics(Construct scope, string id, IEnumerable<string> people)
        : base(scope, id)
    {
        Everyone = new Topic(this, "Everyone", new TopicProps { DisplayName = "Incident" });
        TopicPolicies.Allow(this, "EveryonePolicy", Everyone, TopicPublisher.Alarms($"{AlarmEventPattern.SuiteAlarmPrefix}*"));
        People = people.Order(StringComparer.Ordinal).ToDictionary(
            person => person,
            person => new Topic(this, $"Person-{person}", new TopicProps { DisplayName = "Incident" }));
    }

    public Topic Everyone { get; }

    /// <summary>Person's id → that person's own topic.</summary>
    public IReadOnlyDictionary<string, Topic> People { get; }

    public IEnumerable<Topic> All => People.Values.Prepend(Everyone);

    /// <summary>JSON object: person's id → ARN.</summary>
    public string PersonTopicArns => Stack.Of(this).ToJsonString(People.ToDictionary(person => person.Key, person => (object)person.Value.TopicArn));
}
