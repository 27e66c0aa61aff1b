using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>One thing to log. Of keys with the same name the last counts.</summary>
internal sealed record LogLine(
    DateTimeOffset At,
    LogLevel Level,
    string Name,
    string Message,
    Exception? Exception,
    IReadOnlyList<KeyValuePair<string, object?>> Keys);
