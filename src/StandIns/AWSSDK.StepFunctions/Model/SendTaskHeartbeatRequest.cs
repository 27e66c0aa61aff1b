using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Says that a task is still being worked on.</summary>
public class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string TaskToken { get; set; } = null!;

    string IJsonRequest.Operation => "SendTaskHeartbeat";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("taskToken", TaskToken);
    }
}
