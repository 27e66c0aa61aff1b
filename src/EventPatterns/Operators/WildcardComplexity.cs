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

    private static bool IsTooComplex(List<Wildcard> wildcards)
    {
        var symbols = wildcards.Select(Symbols).ToArray();
        var alphabet = symbols.SelectMany(wildcard => wildcard).OfType<byte>().Distinct().Select(symbol => (byte?)symbol).ToList();
        var reached = new HashSet<string>();
        var open = new Queue<HashSet<(int Wildcard, int Length)>>();
        open.Enqueue([.. symbols.Index().Select(wildcard => (wildcard.Index, 0))]);
        while (open.TryDequeue(out var beginnings) && reached.Count < MostSteps)
        {
            foreach (var symbol in alphabet.Prepend(null))
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

    /// <summary>The beginnings that match one symbol more; no symbol stands for all that the wildcards do not name.</summary>
    private static HashSet<(int Wildcard, int Length)> Read(
        byte?[][] symbols, HashSet<(int Wildcard, int Length)> beginnings, byte? read)
    {
        var next = new HashSet<(int, int)>();
        foreach (var (wildcard, length) in beginnings)
        {
            var pattern = symbols[wildcard];
            if (length > 0 && pattern[length - 1] is null)
                next.Add((wildcard, length));
            if (length == pattern.Length)
                continue;
            if (pattern[length] is null)
            {
                next.Add((wildcard, length + 1));
                if (length + 1 < pattern.Length && pattern[length + 1] == read && read is not null)
                    AddWithAsterisk(next, symbols, wildcard, length + 2);
            }
            else if (pattern[length] == read)
            {
                AddWithAsterisk(next, symbols, wildcard, length + 1);
            }
        }

        return next;
    }

    private static void AddWithAsterisk(HashSet<(int, int)> next, byte?[][] symbols, int wildcard, int length)
    {
        next.Add((wildcard, length));
        if (length < symbols[wildcard].Length && symbols[wildcard][length] is null)
            next.Add((wildcard, length + 1));
    }

    /// <summary>A wildcard as its symbols, null for an asterisk.</summary>
    private static byte?[] Symbols(Wildcard wildcard)
    {
        var symbols = new List<byte?>();
        foreach (var (index, literal) in wildcard.Literals.Index())
        {
            if (index > 0)
                symbols.Add(null);
            symbols.AddRange(literal.Select(symbol => (byte?)symbol));
        }

        return [.. symbols];
    }
}
