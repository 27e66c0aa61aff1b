using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// EventBridge refuses a field whose wildcards are too complex: too many asterisks, or too much repetition after one. The
/// measure is event-ruler's: how many beginnings of the wildcards can match one text at the same time. AWS documents no
/// limit; it takes seven (<c>/Users/*/dir/dir/dir/dir/dir/doc.txt</c>) and refuses ten (<c>*:*:*:*:*:event-bus/*</c>).
/// </summary>
internal static class WildcardComplexity
{
    private const int Refused = 10;

    // A bound on the search; no pattern of EventBridge's 4,096 characters that stays below the limit comes near it.
    private const int MostSteps = 20_000;

    internal static void RefuseTooComplex(IEnumerable<ValueTest> tests, PatternPath path)
    {
        var wildcards = tests.SelectMany(test => test.Wildcards).ToList();
        if (wildcards.Count > 0 && IsTooComplex(wildcards))
        {
            throw Refusal.Of(
                "wildcards that are too complex together", "fewer asterisks, or less repetition after an asterisk", path);
        }
    }

    // Symbols are bytes; these two are none.
    private const int Asterisk = -1;
    private const int AnyOther = -2;

    private static bool IsTooComplex(List<Wildcard> wildcards)
    {
        var symbols = wildcards.Select(Symbols).ToArray();
        int[] alphabet = [AnyOther, .. symbols.SelectMany(wildcard => wildcard).Where(symbol => symbol != Asterisk).Distinct()];
        var reached = new HashSet<string>();
        var open = new Queue<HashSet<int>>();
        open.Enqueue([.. Enumerable.Range(0, symbols.Length).Select(wildcard => Beginning(wildcard, 0))]);
        while (open.TryDequeue(out var beginnings) && reached.Count < MostSteps)
        {
            foreach (var symbol in alphabet)
            {
                var next = Read(symbols, beginnings, symbol);
                if (next.Count >= Refused)
                    return true;
                if (next.Count > 0 && reached.Add(string.Join(' ', next.Order())))
                    open.Enqueue(next);
            }
        }

        return false;
    }

    /// <summary>The first symbols of a wildcard, so many; a pattern is far shorter than 65,536 symbols.</summary>
    private static int Beginning(int wildcard, int length) => (wildcard << 16) | length;

    /// <summary>The beginnings that match one symbol more; <see cref="AnyOther"/> stands for all that the wildcards do not name.</summary>
    private static HashSet<int> Read(int[][] symbols, HashSet<int> beginnings, int read)
    {
        var next = new HashSet<int>();
        foreach (var beginning in beginnings)
        {
            var (wildcard, length) = (beginning >> 16, beginning & 0xFFFF);
            var pattern = symbols[wildcard];
            if (length > 0 && pattern[length - 1] == Asterisk)
                next.Add(beginning);
            if (length == pattern.Length)
                continue;
            if (pattern[length] == Asterisk)
            {
                next.Add(Beginning(wildcard, length + 1));
                if (length + 1 < pattern.Length && pattern[length + 1] == read)
                    AddWithAsterisk(next, symbols, wildcard, length + 2);
            }
            else if (pattern[length] == read)
            {
                AddWithAsterisk(next, symbols, wildcard, length + 1);
            }
        }

        return next;
    }

    private static void AddWithAsterisk(HashSet<int> next, int[][] symbols, int wildcard, int length)
    {
        next.Add(Beginning(wildcard, length));
        if (length < symbols[wildcard].Length && symbols[wildcard][length] == Asterisk)
            next.Add(Beginning(wildcard, length + 1));
    }

    private static int[] Symbols(Wildcard wildcard)
    {
        var symbols = new List<int>();
        for (var i = 0; i < wildcard.Literals.Count; i++)
        {
            if (i > 0)
                symbols.Add(Asterisk);
            foreach (var symbol in wildcard.Literals[i])
                symbols.Add(symbol);
        }

        return [.. symbols];
    }
}
