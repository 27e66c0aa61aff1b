using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmWordsTests
{
    [Theory]
    [InlineData("Checkout-DataQuality", "checkout data quality checkout-data data-quality checkout-data-quality")]
    [InlineData("connector-partner-central 4xx/5xx", "connector partner central 4xx 5xx connector-partner partner-central central-4xx 4xx-5xx connector-partner-central partner-central-4xx central-4xx-5xx")]
    [InlineData("MeterUsageFailed", "meter usage failed meter-usage usage-failed meter-usage-failed")]
    [InlineData("HTTPCode_5XXError", "http code 5xx error http-code code-5xx 5xx-error http-code-5xx code-5xx-error")]
    [InlineData("p99Latency", "p99 latency p99-latency")]
    [InlineData("DOWN", "down")]
    [InlineData("down down", "down down-down")]
    [InlineData("Ärger über Ö", "ärger über ö ärger-über über-ö ärger-über-ö")]
    [InlineData("--- ///", "")]
    [InlineData("", "")]
    public void Of_Name_GivesItsWordsAloneAndJoinedToTwoOrThree(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', AlarmWords.Of(name)));
}
