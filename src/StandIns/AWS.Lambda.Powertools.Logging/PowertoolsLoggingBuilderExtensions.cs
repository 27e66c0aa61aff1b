using AWS.Lambda.Powertools.Logging.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AWS.Lambda.Powertools.Logging;

/// <summary>Adds the logger.</summary>
public static class PowertoolsLoggingBuilderExtensions
{
    public static ILoggingBuilder AddPowertoolsLogger(this ILoggingBuilder builder) => builder.AddPowertoolsLogger(static _ => { });

    /// <summary>Logs to the process's output, one JSON object a line.</summary>
    public static ILoggingBuilder AddPowertoolsLogger(this ILoggingBuilder builder, Action<PowertoolsLoggerConfiguration> configure) =>
        builder.AddPowertoolsLogger(configure, Environment.GetEnvironmentVariable, TimeProvider.System, Amazon.Lambda.StandardStreams.Output);

    internal static ILoggingBuilder AddPowertoolsLogger(
        this ILoggingBuilder builder,
        Action<PowertoolsLoggerConfiguration> configure,
        Func<string, string?> environment,
        TimeProvider clock,
        Stream output)
    {
        var configuration = new PowertoolsLoggerConfiguration();
        configure(configuration);
        var settings = LineSettings.From(configuration, environment);
        // The framework's own minimum is Information; ours is the one that counts.
        builder.AddFilter<PowertoolsLoggerProvider>(null, settings.MinimumLevel);
        builder.Services.AddSingleton<ILoggerProvider>(new PowertoolsLoggerProvider(settings, clock, output));
        builder.Services.AddSingleton(services => services.GetRequiredService<ILoggerFactory>().CreateLogger(settings.Service));
        return builder;
    }
}
