using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>Reads the payload of a log subscription ("Real-time processing of log data with subscriptions", CloudWatch Logs user guide), unpacked or as Lambda gets it.</summary>
internal static class LogPayloadParser
{
    // A payload has at most a few megabytes; what unpacks to more was not packed by CloudWatch.
    private const int LongestText = 32_000_000;

    /// <summary>Whether it has the shape of such a payload, readable or not.</summary>
    public static bool Recognises(JsonElement content) =>
        content.Object("awslogs")?.Text("data") is not null || (content.Text("messageType") is not null && content.Text("logGroup") is not null);

    /// <summary>Null when it is none.</summary>
    public static LogPayload? Read(JsonElement content)
    {
        if (content.Object("awslogs")?.Text("data") is { } data)
        {
            return Unpacked(data) is { } text && JsonBody.Parse(text) is { ValueKind: JsonValueKind.Object } inner && inner.Object("awslogs") is null ? Read(inner) : null;
        }

        return content.Text("messageType") is { } type && content.Text("logGroup") is { } group
            ? new LogPayload(type, AwsPlace.Account(content.Text("owner")), group, content.Text("logStream"), [.. content.Items("logEvents").Select(Event).OfType<LogEvent>()])
            : null;
    }

    private static LogEvent? Event(JsonElement each) => each.Text("message") is { } message ? new LogEvent(each.Text("id"), Time(each.Text("timestamp")), message) : null;

    private static DateTimeOffset? Time(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : null;

    private static string? Unpacked(string data)
    {
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(Convert.FromBase64String(data)), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.UTF8);
            var text = new StringBuilder();
            var block = new char[16_384];
            for (var read = reader.ReadBlock(block); read > 0 && text.Length <= LongestText; read = reader.ReadBlock(block))
            {
                text.Append(block, 0, read);
            }

            return text.Length <= LongestText ? text.ToString() : null;
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException)
        {
            return null;
        }
    }
}
