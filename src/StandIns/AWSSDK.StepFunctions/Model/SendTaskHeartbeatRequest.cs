using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Says that a task is still being worked on.</summary>
public class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; } = null!;

    internal override string Operation => "SendTaskHeartbeat";

    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("taskToken", TaskToken);
    }
}
