using Amazon.Lambda.CloudWatchLogsEvents;
using IncidentServerless.Functions.ClassifyLogs;

namespace IncidentServerless.Functions.Tests;

public sealed class LogDataTests
{
    // {"messageType":"CONTROL_MESSAGE"}
    private const string Packed = "H4sIAAAAAAACA6tWyk0tLk5MTw2pLEhVslJy9vcLCfL3ifd1DQ52dHdVqgUAG/cvDCEAAAA=";

    [Fact]
    public void Of_WhatASubscriptionPacked_IsItsText() =>
        Assert.Equal("""{"messageType":"CONTROL_MESSAGE"}""", LogData.Of(Event(Packed)));

    [Theory]
    [InlineData("no Base64")]
    [InlineData("bm90IHBhY2tlZA==")]
    public void Of_WhatCannotBeUnpacked_IsGivenToTheClassifierAsItCame(string data) => Assert.Equal(data, LogData.Of(Event(data)));

    [Fact]
    public void Of_AnEventWithoutLogs_IsEmpty()
    {
        Assert.Equal("", LogData.Of(new CloudWatchLogsEvent()));
        Assert.Equal("", LogData.Of(Event(null)));
    }

    private static CloudWatchLogsEvent Event(string? data) => new() { Awslogs = new CloudWatchLogsEvent.Log { EncodedData = data! } };
}
