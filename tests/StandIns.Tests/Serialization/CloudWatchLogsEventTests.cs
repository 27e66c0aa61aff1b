using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.CloudWatchLogsEvents;

namespace IncidentServerless.StandIns.Tests.Serialization;

public class CloudWatchLogsEventTests
{
    [Fact]
    public void DecodeData_OfWhatASubscriptionSends_IsItsText()
    {
        const string Payload = """{"messageType":"DATA_MESSAGE","logGroup":"/ecs/straße"}""";
        var sent = JsonSerializer.Deserialize<CloudWatchLogsEvent>($$$"""{ "awslogs": { "data": "{{{Packed(Payload)}}}" } }""")!;

        Assert.Equal(Payload, sent.Awslogs.DecodeData());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void DecodeData_OfNothing_IsGivenBackAsItIs(string? data) => Assert.Equal(data, new CloudWatchLogsEvent.Log { EncodedData = data! }.DecodeData());

    [Fact]
    public void DecodeData_OfOtherText_IsRefused()
    {
        Assert.Throws<FormatException>(() => new CloudWatchLogsEvent.Log { EncodedData = "*" }.DecodeData());
        Assert.Throws<InvalidDataException>(() => new CloudWatchLogsEvent.Log { EncodedData = Convert.ToBase64String("not packed"u8) }.DecodeData());
    }

    private static string Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
