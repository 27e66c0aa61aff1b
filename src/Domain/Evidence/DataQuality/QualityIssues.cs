using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Evidence.DataQuality;

/// <summary>Issues of the last day by entity and rule, and by object.</summary>
internal sealed class QualityIssues
{
    private QualityIssues(FailingRule[] rules, FailingObject[] objects)
    {
        Rules = rules;
        Objects = objects;
    }

    /// <summary>The most of the last day first; those without any are left out.</summary>
    public IReadOnlyList<FailingRule> Rules { get; }

    /// <summary>The most first.</summary>
    public IReadOnlyList<FailingObject> Objects { get; }

    /// <summary>The same entity and rule, or object, told twice counts once, with the larger number.</summary>
    public static QualityIssues Of(DataQualityEvidence evidence) => new(
        [
            .. evidence.Issues.Told().Where(issue => issue.Entity is not null)
                .GroupBy(issue => $"{issue.Entity}\n{issue.Rule}")
                .Select(same => new FailingRule(same.First().Entity!, same.First().Rule ?? "", same.Max(issue => Count(issue.Today)), same.Max(issue => Count(issue.Before))))
                .Where(rule => rule.Today > 0)
                .OrderByDescending(rule => rule.Today).ThenBy(rule => rule.Entity, StringComparer.Ordinal).ThenBy(rule => rule.Rule, StringComparer.Ordinal),
        ],
        [
            .. evidence.Objects.Told().Where(each => each.Key is { Length: > 0 })
                .GroupBy(each => each.Key!)
                .Select(same => new FailingObject(same.Select(each => each.Entity ?? "").Order(StringComparer.Ordinal).First(), same.Key, same.Max(each => Count(each.Issues))))
                .Where(each => each.Issues > 0)
                .OrderByDescending(each => each.Issues).ThenBy(each => each.Key, StringComparer.Ordinal),
        ]);

    public int Total => (int)Math.Min(int.MaxValue, Rules.Sum(rule => (long)rule.Today));

    private static int Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}

/// <param name="Before">Of the six days before.</param>
internal sealed record FailingRule(string Entity, string Rule, int Today, int Before);

internal sealed record FailingObject(string Entity, string Key, int Issues)
{
    private static readonly Regex PartitionIn = new(@"(?:^|/)(?:[^/]+=[^/]*|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[0-9]{8}|[0-9]{4}/[0-9]{2})(?:/|$)", RegexOptions.CultureInvariant);

    private static readonly Regex DayIn = new(@"^.*?(?:^|/)(?:(?:[^/=]+=)?[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:[^/=]+=)?[0-9]{8}|[0-9]{4}/[0-9]{2}/[0-9]{2}|day=[^/]+)/", RegexOptions.CultureInvariant);

    /// <summary>The folder of the day above <see cref="Partition"/>, which may be one of its hours; the same where there is none above.</summary>
    public string Day => DayIn.Match(Partition) is { Success: true } day ? day.Value : Partition;

    /// <summary>The folder, with its slash, where it is one of several by a key or a date; empty for an object outside of any: all of an entity in one folder are no partition.</summary>
    public string Partition => Key[..(Key.LastIndexOf('/') + 1)] is var folder && PartitionIn.IsMatch(folder) ? folder : "";
}
