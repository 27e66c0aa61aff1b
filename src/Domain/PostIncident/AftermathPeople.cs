using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>Who sees to what follows an incident.</summary>
public static class AftermathPeople
{
    /// <summary>The id of whoever a follow-up item names, by id or by name; null when policy knows nobody of that name.</summary>
    public static string? Find(string? owner, IReadOnlyDictionary<string, Person> people) => owner is null ? null
        : people.ContainsKey(owner) ? owner
        : people.FirstOrDefault(person => string.Equals(person.Value.Name, owner, StringComparison.OrdinalIgnoreCase)).Key;

    /// <summary>The item with its owner's name in the place of an id.</summary>
    public static FollowUpItem Named(FollowUpItem item, IncidentPolicy policy) => Find(item.Owner, policy.People) is { } id ? item with { Owner = policy.People[id].Name } : item;

    /// <summary>Whoever policy names, else whoever had the incident.</summary>
    public static string OwnerInWords(Incident incident, IncidentPolicy policy) =>
        policy.Aftermath.Owner is { } id && policy.People.TryGetValue(id, out var person) ? person.Name
        : incident.Acknowledgement is { } held && PlainText.Line(held.By.Name, Limits.Name) is { Length: > 0 } name ? name
        : "the incident's owner";
}
