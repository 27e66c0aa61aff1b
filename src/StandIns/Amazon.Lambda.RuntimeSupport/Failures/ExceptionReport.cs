using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as Lambda's error document: errorType, errorMessage, stackTrace, cause, causes.</summary>
internal static class ExceptionReport
{
    /// <summary>What Lambda accepts.</summary>
    internal const int MaximumBytes = 256 * 1024;

    private const int MessageCharactersOfTrimmedReport = 20_000;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The type's name without its namespace, in ASCII as a header needs it.</summary>
    public static string ErrorType(Exception exception) =>
        string.Concat(exception.GetType().Name.Select(character => char.IsAscii(character) ? character : '?'));

    /// <summary>The document, at most 256 KB: of one that would be larger, the causes and the stack are left out and the message is cut.</summary>
    public static byte[] Body(Exception exception)
    {
        var whole = Write(writer => WriteException(writer, exception));
        return whole.Length <= MaximumBytes ? whole : Write(writer => WriteTrimmed(writer, exception));
    }

    internal static string[] StackLines(Exception exception) =>
        exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in StackLines(exception))
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
        if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause");
            WriteException(writer, cause);
        }

        if (exception is AggregateException aggregate)
        {
            writer.WriteStartArray("causes");
            foreach (var inner in aggregate.InnerExceptions)
            {
                WriteException(writer, inner);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteTrimmed(Utf8JsonWriter writer, Exception exception)
    {
        var message = exception.Message;
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", message[..Math.Min(message.Length, MessageCharactersOfTrimmedReport)]);
        writer.WriteStartArray("stackTrace");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
