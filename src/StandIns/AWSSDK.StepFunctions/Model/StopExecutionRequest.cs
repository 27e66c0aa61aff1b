using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Ends an execution, which is then ABORTED.</summary>
public class StopExecutionRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string ExecutionArn { get; set; } = null!;

    public string? Error { get; set; }

    public string? Cause { get; set; }

    string IJsonRequest.Operation => "StopExecution";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("executionArn", ExecutionArn);
        writer.WriteIfSet("error", Error);
        writer.WriteIfSet("cause", Cause);
    }
}
