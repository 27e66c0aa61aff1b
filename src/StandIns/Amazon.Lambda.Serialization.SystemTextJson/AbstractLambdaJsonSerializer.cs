using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Converts the types that a <see cref="JsonSerializerContext"/> knows. <c>LAMBDA_NET_SERIALIZER_DEBUG=true</c> echoes the payloads.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonSerializerContext _context;
    private readonly bool _echoesPayloads;

    private protected AbstractLambdaJsonSerializer(JsonSerializerContext context)
    {
        _context = context;
        _echoesPayloads = string.Equals(
            Environment.GetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG"), "true", StringComparison.OrdinalIgnoreCase);
    }

    /// <exception cref="JsonSerializerException">The payload is not the JSON of a <typeparamref name="T"/>, or the context does not know that type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            var payload = Bytes(requestStream);
            Echo("Lambda Deserialize:", payload);
            return JsonSerializer.Deserialize(payload, TypeInfo<T>())!;
        }
        catch (Exception exception) when (exception is not JsonSerializerException)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {exception.Message}", exception);
        }
    }

    /// <exception cref="JsonSerializerException">The result cannot be written as JSON, or the context does not know its type.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            {
                JsonSerializer.Serialize(writer, response, TypeInfo<T>());
            }

            var json = Bytes(buffer);
            Echo("Lambda Serialize:", json);
            responseStream.Write(json);
        }
        catch (Exception exception) when (exception is not JsonSerializerException)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {exception.Message}",
                exception);
        }
    }

    private static ReadOnlySpan<byte> Bytes(Stream stream)
    {
        if (stream is MemoryStream memory && memory.TryGetBuffer(out var written))
        {
            return written;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private JsonTypeInfo<T> TypeInfo<T>() =>
        _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException(
            $"No JsonTypeInfo registered in {_context.GetType().FullName} for type {typeof(T).FullName}.");

    private void Echo(string what, ReadOnlySpan<byte> json)
    {
        if (_echoesPayloads)
        {
            StandardStreams.Output.Write([.. Encoding.UTF8.GetBytes($"{what}\n"), .. json, (byte)'\n']);
        }
    }
}
