using System.Collections.Immutable;

namespace IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

/// <summary>The words of an alarm's name, so that routes need not guess how names are spelt.</summary>
public static class AlarmWords
{
    /// <summary>
    /// In lower case, alone and each two or three neighbours joined by hyphens: <c>Checkout-DataQuality</c> gives checkout, data, quality,
    /// checkout-data, data-quality, checkout-data-quality. Words end at anything but letters and digits, and where a capital begins the next.
    /// </summary>
    public static ImmutableArray<string> Of(string name)
    {
        var words = Split(name).ToArray();
        var pairs = words.Zip(words.Skip(1), (first, second) => $"{first}-{second}");
        var triples = pairs.Zip(words.Skip(2), (pair, third) => $"{pair}-{third}");
        return [.. words.Concat(pairs).Concat(triples).Distinct()];
    }

    private static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var index = 0; index <= name.Length; index++)
        {
            var isEnd = index == name.Length || !char.IsLetterOrDigit(name[index]);
            if (isEnd || (index > start && BeginsWord(name, index)))
            {
                if (index > start)
                {
                    yield return name[start..index].ToLowerInvariant();
                }

                start = isEnd ? index + 1 : index;
            }
        }
    }

    /// <summary>A capital after a small letter, or the last capital of several: <c>data|Quality</c>, <c>HTTP|Code</c>, <c>5XX|Error</c>, <c>p99|Latency</c>.</summary>
    private static bool BeginsWord(string name, int index) =>
        char.IsUpper(name[index])
        && (char.IsLower(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
