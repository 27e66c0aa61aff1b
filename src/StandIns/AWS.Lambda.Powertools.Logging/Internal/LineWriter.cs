using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AWS.Lambda.Powertools.Logging.Internal;

/// <summary>Writes a line as one JSON object and a line feed. Whatever the values hold, the line feed is the only control character in it.</summary>
internal static class LineWriter
{
    // Readable in CloudWatch Logs; it still escapes control characters, quotes and line separators.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] OwnKeys = ["timestamp", "level", "service", "name", "message", "exception"];

    public static byte[] Write(LogLine line, LineSettings settings)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in ExtraKeys(line, settings))
            {
                writer.WritePropertyName(key);
                WriteValue(writer, value);
            }

            writer.WriteString(settings.Key("timestamp"), line.At.UtcDateTime.ToString(settings.TimestampFormat, CultureInfo.InvariantCulture));
            writer.WriteString(settings.Key("level"), line.Level.ToString());
            writer.WriteString(settings.Key("service"), settings.Service);
            writer.WriteString(settings.Key("name"), line.Name);
            writer.WriteString(settings.Key("message"), line.Message);
            if (line.Exception is { } exception)
            {
                writer.WritePropertyName(settings.Key("exception"));
                WriteException(writer, exception, settings);
            }

            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>The keys beside the line's own, each once, its last value at its first place.</summary>
    private static OrderedDictionary<string, object?> ExtraKeys(LogLine line, LineSettings settings)
    {
        var own = OwnKeys.Select(settings.Key).ToHashSet();
        var extra = new OrderedDictionary<string, object?>();
        foreach (var (name, value) in line.Keys)
        {
            var key = settings.Key(name.TrimStart('@'));
            if (!own.Contains(key))
            {
                extra[key] = value;
            }
        }

        return extra;
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case int or long or short or byte or uint or ushort or sbyte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case DateTime or DateTimeOffset:
                writer.WriteStringValue(((IFormattable)value).ToString("o", CultureInfo.InvariantCulture));
                break;
            case IFormattable formattable:
                writer.WriteStringValue(formattable.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, LineSettings settings)
    {
        writer.WriteStartObject();
        writer.WriteString(settings.Key("type"), exception.GetType().FullName);
        writer.WriteString(settings.Key("message"), exception.Message);
        writer.WriteString(settings.Key("source"), exception.Source);
        writer.WriteString(settings.Key("stack_trace"), exception.StackTrace);
        if (exception.InnerException is { } inner)
        {
            writer.WritePropertyName(settings.Key("inner_exception"));
            WriteException(writer, inner, settings);
        }

        writer.WriteEndObject();
    }
}
