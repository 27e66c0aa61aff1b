namespace IncidentServerless.Domain.Incidents;

/// <summary>The version at which each topic was last raised; 0 for one that never was.</summary>
public sealed record RaisedTopics
{
    public int Changed { get; init; }

    public int Acknowledged { get; init; }

    public int Escalated { get; init; }

    public int Resolved { get; init; }

    public int Decided { get; init; }

    public int News { get; init; }

    public int this[Topic topic] => topic switch
    {
        Topic.Changed => Changed,
        Topic.Acknowledged => Acknowledged,
        Topic.Escalated => Escalated,
        Topic.Resolved => Resolved,
        Topic.Decided => Decided,
        Topic.News => News,
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "No such topic."),
    };

    public RaisedTopics With(Topic topic, int version) => topic switch
    {
        Topic.Changed => this with { Changed = version },
        Topic.Acknowledged => this with { Acknowledged = version },
        Topic.Escalated => this with { Escalated = version },
        Topic.Resolved => this with { Resolved = version },
        Topic.Decided => this with { Decided = version },
        Topic.News => this with { News = version },
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "No such topic."),
    };
}
