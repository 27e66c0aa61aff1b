using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>All that the messages of one step of the aftermath are made of.</summary>
public sealed record AftermathContext
{
    public required Incident Incident { get; init; }
    public required ImmutableArray<IncidentEvent> Timeline { get; init; }
    public required IncidentPolicy Policy { get; init; }
    public required AftermathStep Step { get; init; }

    /// <summary>The item that is overdue; null for every other step.</summary>
    public FollowUpItem? Item { get; init; }

    /// <summary>The bucket of post-mortems.</summary>
    public required string Bucket { get; init; }

    public required DateTimeOffset Now { get; init; }
    public PageLinks Links { get; init; } = PageLinks.None;

    /// <summary>The post-mortem's name in the bucket, without its ending. A reopened incident gets another one.</summary>
    public string DocumentKey => DocumentKeyOf(Incident);

    /// <summary>Items that are not done.</summary>
    public IEnumerable<FollowUpItem> OpenItems => Incident.Items.Where(item => item.DoneAt is null);

    /// <summary>Ids of people who are told themselves, with a link of their own.</summary>
    public static ImmutableArray<string> PeopleOf(AftermathStep step, Incident incident, FollowUpItem? item, IncidentPolicy policy)
    {
        IEnumerable<string?> owners = step switch
        {
            AftermathStep.Summary => [],
            AftermathStep.Overdue => [AftermathPeople.Find(item?.Owner, policy.People)],
            AftermathStep.Priorities or AftermathStep.FollowUp => incident.Items.Where(open => open.DoneAt is null).Select(open => AftermathPeople.Find(open.Owner, policy.People)),
            _ => [],
        };
        return [.. owners.Prepend(policy.Aftermath.Owner).OfType<string>().Distinct().Where(policy.People.ContainsKey)];
    }

    private static string DocumentKeyOf(Incident incident) => incident.Generation == 1 ? $"{incident.Id}/post-mortem" : $"{incident.Id}/post-mortem-{incident.Generation}";
}
