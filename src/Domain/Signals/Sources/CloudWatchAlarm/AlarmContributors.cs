using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>Contributors as both shapes write them: an id of 16 characters and what sets the time series apart.</summary>
internal static class AlarmContributors
{
    /// <summary>Null when there is neither id nor attribute. Without an id the attributes are one.</summary>
    public static AlarmContributor? Read(string? id, ImmutableSortedDictionary<string, string> attributes) =>
        id is null && attributes.IsEmpty ? null : new AlarmContributor(id ?? Describe(attributes), attributes);

    /// <summary><c>TableName=orders, Operation=PutItem</c>.</summary>
    public static string Describe(IEnumerable<KeyValuePair<string, string>> attributes) =>
        string.Join(", ", attributes.Select(attribute => $"{attribute.Key}={attribute.Value}"));
}
