using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Entries as the bytes that CloudWatch Logs gets, each with its line end.</summary>
internal static class LogLines
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Format(LogEntry entry, LogFormat format) => format switch
    {
        LogFormat.Json => Json(entry),
        LogFormat.Unformatted => Encoding.UTF8.GetBytes(MessageAndException(entry) + "\n"),
        _ => Encoding.UTF8.GetBytes($"{Timestamp(entry)}\t{entry.RequestId}\t{ShortName(entry.Level)}\t{MessageAndException(entry)}\n"),
    };

    private static string MessageAndException(LogEntry entry) =>
        entry.Exception is null ? entry.Text.Message : $"{entry.Text.Message}\n{entry.Exception}";

    private static string Timestamp(LogEntry entry) =>
        entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string ShortName(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    private static byte[] Json(LogEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", Timestamp(entry));
            writer.WriteString("level", entry.Level.ToString());
            writer.WriteString("requestId", entry.RequestId);
            WriteIfSet(writer, "tenantId", entry.TenantId);
            WriteIfSet(writer, "traceId", entry.TraceId);
            writer.WriteString("message", entry.Text.Message);
            foreach (var (name, value) in entry.Text.Values)
            {
                writer.WriteString(name, value);
            }

            WriteException(writer, entry.Exception);
            writer.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in ExceptionReport.StackLines(exception))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
