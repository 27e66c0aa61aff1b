using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Asks for a state machine's executions, latest first.</summary>
public class ListExecutionsRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string? StateMachineArn { get; set; }

    /// <summary>Default: all.</summary>
    public ExecutionStatus? StatusFilter { get; set; }

    /// <summary>Of a page, at most 1000. Default: 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Of the page before.</summary>
    public string? NextToken { get; set; }

    public string? MapRunArn { get; set; }

    string IJsonRequest.Operation => "ListExecutions";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("stateMachineArn", StateMachineArn);
        writer.WriteIfSet("statusFilter", StatusFilter?.Value);
        writer.WriteIfSet("maxResults", MaxResults);
        writer.WriteIfSet("nextToken", NextToken);
        writer.WriteIfSet("mapRunArn", MapRunArn);
    }
}
