using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>A page of executions.</summary>
public class ListExecutionsResponse : AmazonWebServiceResponse, IJsonResponse
{
    public List<ExecutionListItem>? Executions { get; set; }

    /// <summary>Null on the last page.</summary>
    public string? NextToken { get; set; }

    void IJsonResponse.Read(JsonElement json)
    {
        Executions = json.Member("executions") is { } list ? [.. list.EnumerateArray().Select(ExecutionListItem.From)] : null;
        NextToken = json.Text("nextToken");
    }
}
