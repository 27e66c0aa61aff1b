using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StepFunctions.Internal;

/// <summary>A request that writes itself into the JSON object that Step Functions gets.</summary>
internal interface IJsonRequest
{
    string Operation { get; }

    /// <summary>Writes the members that are set into the open object.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>Writes requests in the protocol AWS JSON 1.0.</summary>
internal sealed class RequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static readonly RequestMarshaller Instance = new();

    // The default encoder would write each quote of an execution's input in six bytes; input is limited by its size.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var typed = (IJsonRequest)input;
        var request = new DefaultRequest(input, "Amazon.StepFunctions") { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = $"AWSStepFunctions.{typed.Operation}";
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, WriterOptions))
        {
            writer.WriteStartObject();
            typed.Write(writer);
            writer.WriteEndObject();
        }

        request.Content = body.ToArray();
        return request;
    }
}
