using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Answers a task that waits for its token.</summary>
public class SendTaskSuccessRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string TaskToken { get; set; } = null!;

    /// <summary>JSON.</summary>
    public string Output { get; set; } = null!;

    string IJsonRequest.Operation => "SendTaskSuccess";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("taskToken", TaskToken);
        writer.WriteIfSet("output", Output);
    }
}
