using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace IncidentServerless.StandIns.Tests.RuntimeSupport;

public class RuntimeLoggerTests
{
    [Fact]
    public void Line_InDefaultFormat_IsTimeRequestLevelAndMessage() =>
        Assert.Equal(
            "2026-03-01T12:00:00.000Z\tr1\twarn\tCPU at 97.5 on db-1\n",
            Log([], logger => logger.LogWarning("CPU at {Percent:0.0} on {Host}", 97.46, "db-1")));

    [Fact]
    public void Line_Unformatted_IsTheMessageAlone() =>
        Assert.Equal("hello {x}\n", Log(new() { ["AWS_LAMBDA_LOG_FORMAT"] = "unformatted" }, logger => logger.LogInformation("hello {x}")));

    [Fact]
    public void Line_InJson_HasTheKeysInTheirOrder()
    {
        var line = Log(
            new() { ["AWS_LAMBDA_LOG_FORMAT"] = "Text", ["AWS_LAMBDA_HANDLER_LOG_FORMAT"] = "JSON" },
            logger => logger.LogError(new FormatException("bad\nline"), "Cannot read {Field}", "a\tb"));

        Assert.Equal(1, line.Count(character => character == '\n'));
        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal(
            ["timestamp", "level", "requestId", "traceId", "message", "Field", "errorType", "errorMessage", "stackTrace"],
            json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Error", json.GetProperty("level").GetString());
        Assert.Equal("Cannot read a\tb", json.GetProperty("message").GetString());
        Assert.Equal("System.FormatException", json.GetProperty("errorType").GetString());
    }

    [Theory]
    [InlineData(null, "Information,Warning,Error,Critical")]
    [InlineData("DEBUG", "Debug,Information,Warning,Error,Critical")]
    [InlineData("warn", "Warning,Error,Critical")]
    [InlineData("FATAL", "Critical")]
    [InlineData("nonsense", "Information,Warning,Error,Critical")]
    public void Level_OfTheConfiguration_DecidesWhatIsWritten(string? level, string written)
    {
        var environment = new Dictionary<string, string> { ["AWS_LAMBDA_LOG_FORMAT"] = "Unformatted" };
        if (level is not null)
        {
            environment["AWS_LAMBDA_LOG_LEVEL"] = level;
        }

        var log = Log(environment, logger => Enum.GetValues<LogLevel>().ToList().ForEach(each => logger.Log(each, each.ToString())));

        Assert.Equal(written, log.TrimEnd('\n').Replace('\n', ','));
    }

    [Theory]
    [InlineData("{{a}} {B}", "{a} 1")]
    [InlineData("{A} {B} {C}", "1 2 {C}")]
    [InlineData("{@A}", "1")]
    [InlineData("open { {A}", "open 1")]
    [InlineData("{A:000}", "001")]
    public void Template_WithArguments_TakesThemInOrder(string template, string message) =>
        Assert.Equal(message, MessageTemplate.Render(template, [1, 2]).Message);

    private static string Log(Dictionary<string, string> environment, Action<ILambdaLogger> write)
    {
        using var output = new MemoryStream();
        write(new RuntimeLogger(LogSettings.From(new LambdaEnvironment(environment.GetValueOrDefault)), FixedClock.AtNoon, output)
        {
            RequestId = "r1",
            TraceId = "Root=1-a",
        });
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
