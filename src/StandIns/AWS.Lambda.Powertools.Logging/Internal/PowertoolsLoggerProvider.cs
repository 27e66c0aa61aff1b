using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>Makes a logger for each category; all write to one output.</summary>
internal sealed class PowertoolsLoggerProvider(LineSettings settings, TimeProvider clock, Stream output) : ILoggerProvider, ISupportExternalScope
{
    private readonly Lock _oneLineAtATime = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new PowertoolsLogger(categoryName, this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => output.Flush();

    private void Write(LogLine line)
    {
        var bytes = LineWriter.Write(line, settings);
        lock (_oneLineAtATime)
        {
            output.Write(bytes);
            output.Flush();
        }
    }

    private sealed class PowertoolsLogger(string category, PowertoolsLoggerProvider provider) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= provider.MinimumLevel;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes.Push(state);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var keys = AppendedKeys.All.Select(key => new KeyValuePair<string, object?>(key.Key, key.Value)).ToList();
            provider._scopes.ForEachScope(static (scope, keys) => AddAll(keys, scope), keys);
            AddAll(keys, state);
            provider.Write(new LogLine(provider.Now, logLevel, category, formatter(state, exception), exception, keys));
        }

        private static void AddAll(List<KeyValuePair<string, object?>> keys, object? structure)
        {
            if (structure is IEnumerable<KeyValuePair<string, object?>> values)
            {
                keys.AddRange(values.Where(value => value.Key != "{OriginalFormat}"));
            }
        }
    }

    private LogLevel MinimumLevel => settings.MinimumLevel;

    private DateTimeOffset Now => clock.GetUtcNow();
}
