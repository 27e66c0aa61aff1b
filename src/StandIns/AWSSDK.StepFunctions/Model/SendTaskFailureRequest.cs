using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Fails a task that waits for its token.</summary>
public class SendTaskFailureRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string TaskToken { get; set; } = null!;

    /// <summary>What <c>ErrorEquals</c> of the workflow is compared with.</summary>
    public string? Error { get; set; }

    public string? Cause { get; set; }

    string IJsonRequest.Operation => "SendTaskFailure";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("taskToken", TaskToken);
        writer.WriteIfSet("error", Error);
        writer.WriteIfSet("cause", Cause);
    }
}
