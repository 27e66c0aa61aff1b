using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;

namespace IncidentServerless.StandIns.Tests.RuntimeSupport;

public class ExceptionReportTests
{
    [Fact]
    public void Body_OfAnAggregate_ListsAllCauses()
    {
        var report = Report(new AggregateException(new FormatException("one"), new ArgumentException("two")));

        Assert.Equal("AggregateException", report.GetProperty("errorType").GetString());
        Assert.Equal("one", report.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.Equal(
            ["FormatException", "ArgumentException"],
            report.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorType").GetString()));
    }

    [Fact]
    public void Body_OfAThrownException_HasATrimmedLineForEachFrame()
    {
        var report = Report(Assert.Throws<FormatException>(() => int.Parse("x")));

        var stack = report.GetProperty("stackTrace").EnumerateArray().Select(line => line.GetString()!).ToList();
        Assert.NotEmpty(stack);
        Assert.All(stack, line => Assert.StartsWith("at ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Body_ThatWouldBeTooLarge_KeepsTypeAndStartOfMessage()
    {
        var message = new string('é', ExceptionReport.MaximumBytes);

        var body = ExceptionReport.Body(new InvalidOperationException(message));

        Assert.InRange(body.Length, 1, ExceptionReport.MaximumBytes);
        var report = JsonDocument.Parse(body).RootElement;
        Assert.Equal("InvalidOperationException", report.GetProperty("errorType").GetString());
        Assert.StartsWith(report.GetProperty("errorMessage").GetString()!, message, StringComparison.Ordinal);
        Assert.NotEmpty(report.GetProperty("errorMessage").GetString()!);
    }

    [Fact]
    public void XRayCause_OfAThrownException_NamesTheMethodsOnOneAsciiLine()
    {
        var cause = XRayCause.Of(Assert.Throws<FormatException>(() => int.Parse("ü\n")));

        Assert.NotNull(cause);
        Assert.DoesNotContain(cause, character => !char.IsAscii(character) || char.IsControl(character));
        var exception = Assert.Single(JsonDocument.Parse(cause).RootElement.GetProperty("exceptions").EnumerateArray());
        Assert.Contains(
            exception.GetProperty("stack").EnumerateArray(),
            frame => frame.GetProperty("label").GetString() == "System.Int32.Parse");
    }

    [Fact]
    public void XRayCause_ThatWouldBeTooLargeForAHeader_IsLeftOut() =>
        Assert.Null(XRayCause.Of(new InvalidOperationException(new string('x', 17 * 1024))));

    private static JsonElement Report(Exception exception) => JsonDocument.Parse(ExceptionReport.Body(exception)).RootElement;
}
