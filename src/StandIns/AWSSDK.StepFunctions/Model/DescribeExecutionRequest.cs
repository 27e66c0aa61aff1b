using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Asks where an execution stands.</summary>
public class DescribeExecutionRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string ExecutionArn { get; set; } = null!;

    string IJsonRequest.Operation => "DescribeExecution";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("executionArn", ExecutionArn);
    }
}
