namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>The appended keys, in the order of their appending. Each change makes a new list, so that a line is never half of one.</summary>
internal static class AppendedKeys
{
    private static readonly Lock OneChangeAtATime = new();
    private static volatile KeyValuePair<string, object>[] _keys = [];

    public static IReadOnlyList<KeyValuePair<string, object>> All => _keys;

    public static void Set(IEnumerable<KeyValuePair<string, object>> added)
    {
        lock (OneChangeAtATime)
        {
            var keys = _keys.ToList();
            foreach (var key in added)
            {
                var known = keys.FindIndex(existing => existing.Key == key.Key);
                if (known < 0)
                {
                    keys.Add(key);
                }
                else
                {
                    keys[known] = key;
                }
            }

            _keys = [.. keys];
        }
    }

    public static void Remove(IReadOnlyCollection<string> removed)
    {
        lock (OneChangeAtATime)
        {
            _keys = [.. _keys.Where(key => !removed.Contains(key.Key))];
        }
    }

    public static void Clear()
    {
        lock (OneChangeAtATime)
        {
            _keys = [];
        }
    }
}
