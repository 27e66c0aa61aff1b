using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Evidence;

/// <summary>Sources that gave no answer, and what the others told.</summary>
internal static class Unseen
{
    private const int LongestReason = 200;

    /// <summary>A sentence; null when the source answered.</summary>
    /// <param name="what">A plural that begins a sentence: <c>Costs</c>.</param>
    public static string? Say<T>(string what, Gathered<T>? source) => source switch
    {
        null => $"{what} were not gathered.",
        { Unavailable: { } reason } => PlainText.Line(reason, LongestReason) is { Length: > 0 } line ? Words.Sentence($"{what} could not be seen: {line}") : $"{what} could not be seen.",
        _ => null,
    };

    /// <summary>What a source told, without the entries that are nothing; empty when it gave no answer.</summary>
    public static IEnumerable<T> Told<T>(this Gathered<T>? source)
        where T : class => source is { IsPresent: true } ? source.Items.Where(item => item is not null) : [];
}
