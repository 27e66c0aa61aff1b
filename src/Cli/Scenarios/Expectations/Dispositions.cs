using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Cli.Scenarios.Expectations;

/// <summary>What became of the events: so many of each disposition, and none of any other.</summary>
/// <param name="Reasons">Texts that the reasons must hold, at least one event each; may hold <c>*</c>.</param>
public sealed record Dispositions(IReadOnlyDictionary<Disposition, int> Counts, IReadOnlyList<string> Reasons) : Expectation
{
    internal static Dispositions? Read(StoryMembers members)
    {
        var reasons = members.Has("reasons") ? members.Texts("reasons") : [];
        var counts = members.OptionalObject("disposition", inner =>
            Enum.GetValues<Disposition>().Select(each => (each, count: inner.Count(each.ToString(), 0))).Where(pair => pair.count > 0).ToDictionary());
        return counts is null ? null : new Dispositions(counts, reasons);
    }

    internal override IEnumerable<string> Failures(Outcome outcome)
    {
        var seen = outcome.Ledger.CountBy(entry => entry.Outcome.Disposition).ToDictionary();
        if (!seen.OrderBy(pair => pair.Key).SequenceEqual(Counts.OrderBy(pair => pair.Key)))
        {
            yield return $"Expected the dispositions {InWords(Counts)}; saw {InWords(seen)}.";
        }

        var told = outcome.Ledger.Select(entry => entry.Outcome.Reason ?? "").ToList();
        foreach (var reason in Reasons.Where(reason => !told.Exists(text => StoryText.Fits($"*{reason}*", text))))
        {
            yield return $"Expected an event with the reason '{reason}'; the reasons are {string.Join(", ", told.Where(text => text.Length > 0).Distinct().Select(text => $"'{text}'").DefaultIfEmpty("none"))}.";
        }
    }

    /// <summary><c>1 Opened, 49 Attached</c>.</summary>
    internal static string InWords(IReadOnlyDictionary<Disposition, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"));
}
