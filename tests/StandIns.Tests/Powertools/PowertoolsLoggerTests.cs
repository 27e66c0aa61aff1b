using System.Text;
using System.Text.Json;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.StandIns.Tests.RuntimeSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.StandIns.Tests.Powertools;

// Appended keys belong to the process, so these tests run one after another.
public sealed class PowertoolsLoggerTests : IDisposable
{
    private readonly MemoryStream _output = new();

    [Fact]
    public void Line_OfAPlainMessage_HasTheKeysInSnakeCase()
    {
        Logger().LogInformation("Started");

        Assert.Equal(
            """{"timestamp":"2026-03-01T12:00:00.0000000Z","level":"Information","service":"service_undefined","name":"Triage","message":"Started"}""" + "\n",
            Output);
    }

    [Fact]
    public void Line_OfATemplate_CarriesItsValuesAsKeys()
    {
        Logger().LogWarning("Incident {IncidentId} is {Severity} after {Seconds}", "INC-1", DayOfWeek.Monday, 2.5);

        var line = Assert.Single(Lines);
        Assert.Equal("Incident INC-1 is Monday after 2.5", Text(line, "message"));
        Assert.Equal(("INC-1", "Monday", 2.5), (Text(line, "incident_id"), Text(line, "severity"), line.GetProperty("seconds").GetDouble()));
    }

    [Fact]
    public void AppendedKeys_UntilRemoved_AreOnEveryLine()
    {
        var logger = Logger();
        logger.AppendKey("incidentId", "INC-1");
        logger.AppendKeys(new Dictionary<string, object> { ["attempt"] = 2, ["incidentId"] = "INC-2" });
        logger.LogInformation("one");
        logger.RemoveKeys("incidentId", "unknown");
        logger.LogInformation("two");

        Assert.Equal(["incident_id", "attempt", "timestamp"], Lines[0].EnumerateObject().Take(3).Select(member => member.Name));
        Assert.Equal("INC-2", Text(Lines[0], "incident_id"));
        Assert.False(Lines[1].TryGetProperty("incident_id", out _));
        Assert.Equal(2, Lines[1].GetProperty("attempt").GetInt32());
    }

    [Fact]
    public void Scope_WhileOpen_AddsItsValues()
    {
        var logger = Logger();
        using (logger.BeginScope(new Dictionary<string, object> { ["MessageId"] = "m1" }))
        {
            logger.LogInformation("inside");
        }

        logger.LogInformation("outside");

        Assert.Equal("m1", Text(Lines[0], "message_id"));
        Assert.False(Lines[1].TryGetProperty("message_id", out _));
    }

    [Fact]
    public void Values_WithLineEndsAndQuotes_CannotForgeALine()
    {
        const string Hostile = "x\"}\n{\"level\":\"Critical\"}\r\u001b[2K\u0085\u2028\0";
        var logger = Logger();
        logger.AppendKey(Hostile, Hostile);

        logger.LogError(new FormatException(Hostile), "Got {Text}", Hostile);

        Assert.Equal(1, Output.Count(character => char.IsControl(character) || character is '\u2028'));
        var line = Assert.Single(Lines);
        Assert.Equal("Got " + Hostile, Text(line, "message"));
        Assert.Equal("Error", Text(line, "level"));
    }

    [Fact]
    public void Keys_NamedAsTheLinesOwn_DoNotReplaceThem()
    {
        var logger = Logger();
        logger.AppendKey("Level", "Trace");

        logger.LogInformation("{Timestamp} {message}", "then", "other");

        var line = Assert.Single(Lines);
        Assert.Equal(line.EnumerateObject().Select(member => member.Name).Distinct(), line.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Information", "then other"), (Text(line, "level"), Text(line, "message")));
        Assert.StartsWith("2026-", Text(line, "timestamp"), StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_OfALine_IsAnObjectWithItsInnerOne()
    {
        Logger().LogError(new InvalidOperationException("outer", new FormatException("inner")), "Failed");

        var exception = Assert.Single(Lines).GetProperty("exception");
        Assert.Equal(("System.InvalidOperationException", "outer"), (Text(exception, "type"), Text(exception, "message")));
        Assert.Equal("inner", Text(exception.GetProperty("inner_exception"), "message"));
    }

    [Theory]
    [InlineData(LoggerOutputCase.CamelCase, "incidentId", "message")]
    [InlineData(LoggerOutputCase.PascalCase, "IncidentId", "Message")]
    [InlineData(LoggerOutputCase.SnakeCase, "incident_id", "message")]
    public void OutputCase_OfTheConfiguration_AppliesToAllKeys(LoggerOutputCase outputCase, string key, string message)
    {
        Logger(options => options.LoggerOutputCase = outputCase).LogInformation("{IncidentId}", "INC-1");

        Assert.Equal(("INC-1", "INC-1"), (Text(Lines[0], key), Text(Lines[0], message)));
    }

    [Theory]
    [InlineData(LogLevel.None, null, null, LogLevel.Information)]
    [InlineData(LogLevel.None, "DEBUG", null, LogLevel.Debug)]
    [InlineData(LogLevel.Warning, "DEBUG", null, LogLevel.Warning)]
    [InlineData(LogLevel.Debug, null, "ERROR", LogLevel.Error)]
    [InlineData(LogLevel.Error, null, "DEBUG", LogLevel.Error)]
    public void MinimumLevel_IsTheConfigurationsUnlessLambdaIsStricter(LogLevel configured, string? powertools, string? lambda, LogLevel expected)
    {
        var logger = Logger(
            options => options.MinimumLogLevel = configured,
            new() { ["POWERTOOLS_LOG_LEVEL"] = powertools, ["AWS_LAMBDA_LOG_LEVEL"] = lambda });

        var enabled = Enum.GetValues<LogLevel>().Where(logger.IsEnabled).ToList();

        Assert.Equal(Enum.GetValues<LogLevel>().Where(level => level >= expected && level != LogLevel.None), enabled);
    }

    [Fact]
    public void Service_AndTimestampFormat_AreTakenFromTheConfiguration()
    {
        Logger(
            options =>
            {
                options.Service = "incident";
                options.TimestampFormat = "yyyy-MM-dd";
            },
            new() { ["POWERTOOLS_SERVICE_NAME"] = "other" }).LogInformation("x");

        Assert.Equal(("incident", "2026-03-01"), (Text(Lines[0], "service"), Text(Lines[0], "timestamp")));
    }

    [Fact]
    public void Service_WithoutConfiguration_IsTheEnvironments()
    {
        Logger(environment: new() { ["POWERTOOLS_SERVICE_NAME"] = "other" }).LogInformation("x");

        Assert.Equal("other", Text(Lines[0], "service"));
    }

    public void Dispose()
    {
        Logger().RemoveAllKeys();
        _output.Dispose();
    }

    private string Output => Encoding.UTF8.GetString(_output.ToArray());

    private List<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string? Text(JsonElement line, string key) => line.GetProperty(key).ToString();

    private ILogger Logger(Action<PowertoolsLoggerConfiguration>? configure = null, Dictionary<string, string?>? environment = null) =>
        new ServiceCollection()
            .AddLogging(logging => logging.AddPowertoolsLogger(
                configure ?? (_ => { }), (environment ?? []).GetValueOrDefault, FixedClock.AtNoon, _output))
            .BuildServiceProvider()
            .GetRequiredService<ILoggerFactory>()
            .CreateLogger("Triage");
}
