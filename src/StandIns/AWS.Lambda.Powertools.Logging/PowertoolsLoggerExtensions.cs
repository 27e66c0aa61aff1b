using AWS.Lambda.Powertools.Logging.Internal;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

/// <summary>Keys that every following line of the process carries, from whatever logger.</summary>
public static class PowertoolsLoggerExtensions
{
    /// <summary>Adds the key, or gives it another value. A key of the line itself, such as <c>level</c>, is never replaced.</summary>
    public static void AppendKey(this ILogger logger, string key, object value) => AppendedKeys.Set([new(key, value)]);

    public static void AppendKeys(this ILogger logger, IEnumerable<KeyValuePair<string, object>> keys) => AppendedKeys.Set(keys);

    public static void AppendKeys(this ILogger logger, IEnumerable<KeyValuePair<string, string>> keys) =>
        AppendedKeys.Set(keys.Select(key => new KeyValuePair<string, object>(key.Key, key.Value)));

    /// <summary>Takes the keys off again; unknown ones are ignored.</summary>
    public static void RemoveKeys(this ILogger logger, params string[] keys) => AppendedKeys.Remove(keys);

    public static void RemoveKey(this ILogger logger, string key) => AppendedKeys.Remove([key]);

    internal static void RemoveAllKeys(this ILogger logger) => AppendedKeys.Clear();

    public static IEnumerable<KeyValuePair<string, object>> GetAllKeys(this ILogger logger) => AppendedKeys.All;
}
