using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Asks where an execution stands.</summary>
public class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; } = null!;

    internal override string Operation => "DescribeExecution";

    internal override void Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("executionArn", ExecutionArn);
    }
}
