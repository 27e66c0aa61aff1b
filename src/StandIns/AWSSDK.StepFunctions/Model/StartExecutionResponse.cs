using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>The execution that was started.</summary>
public class StartExecutionResponse : AmazonWebServiceResponse, IJsonResponse
{
    public string ExecutionArn { get; set; } = null!;

    public DateTime? StartDate { get; set; }

    void IJsonResponse.Read(JsonElement json)
    {
        ExecutionArn = json.Text("executionArn")!;
        StartDate = json.Date("startDate");
    }
}
