using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>When the execution was ended.</summary>
public class StopExecutionResponse : AmazonWebServiceResponse, IJsonResponse
{
    public DateTime? StopDate { get; set; }

    void IJsonResponse.Read(JsonElement json)
    {
        StopDate = json.Date("stopDate");
    }
}
