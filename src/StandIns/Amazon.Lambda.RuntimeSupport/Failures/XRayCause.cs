using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as X-Ray's cause document, on one line, for a header.</summary>
internal static class XRayCause
{
    // Lambda accepts 1 MiB, but many an HTTP server refuses a request with more than 32 KB of headers, and the error itself would be lost.
    private const int MaximumBytes = 16 * 1024;

    /// <returns>Null if it is larger than 16 KB.</returns>
    public static string? Of(Exception exception)
    {
        using var buffer = new MemoryStream();
        // The writer's default encoder escapes all that is not ASCII, as a header needs it.
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("working_directory", Environment.CurrentDirectory);
            writer.WriteStartArray("exceptions");
            WriteException(writer, exception);
            writer.WriteEndArray();
            writer.WriteStartArray("paths");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.Length > MaximumBytes ? null : Encoding.ASCII.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("type", exception.GetType().Name);
        writer.WriteString("message", exception.Message);
        writer.WriteStartArray("stack");
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            WriteFrame(writer, frame);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter writer, StackFrame frame)
    {
        writer.WriteStartObject();
        if (frame.GetFileName() is { } path)
        {
            writer.WriteString("path", path);
            writer.WriteNumber("line", frame.GetFileLineNumber());
        }

        var method = DiagnosticMethodInfo.Create(frame);
        writer.WriteString("label", method is null ? "unknown" : $"{method.DeclaringTypeName}.{method.Name}");
        writer.WriteEndObject();
    }
}
