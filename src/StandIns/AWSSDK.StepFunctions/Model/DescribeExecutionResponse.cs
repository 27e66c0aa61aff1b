using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Where an execution stands.</summary>
public class DescribeExecutionResponse : AmazonWebServiceResponse, IJsonResponse
{
    public string ExecutionArn { get; set; } = null!;

    public string StateMachineArn { get; set; } = null!;

    public string? Name { get; set; }

    public ExecutionStatus Status { get; set; } = null!;

    public DateTime? StartDate { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateTime? StopDate { get; set; }

    public string? Input { get; set; }

    /// <summary>Null unless it succeeded.</summary>
    public string? Output { get; set; }

    public string? Error { get; set; }

    public string? Cause { get; set; }

    public string? TraceHeader { get; set; }

    public string? MapRunArn { get; set; }

    public string? StateMachineVersionArn { get; set; }

    public string? StateMachineAliasArn { get; set; }

    public int? RedriveCount { get; set; }

    public DateTime? RedriveDate { get; set; }

    void IJsonResponse.Read(JsonElement json)
    {
        ExecutionArn = json.Text("executionArn")!;
        StateMachineArn = json.Text("stateMachineArn")!;
        Name = json.Text("name");
        Status = ExecutionStatus.FindValue(json.Text("status")!);
        StartDate = json.Date("startDate");
        StopDate = json.Date("stopDate");
        Input = json.Text("input");
        Output = json.Text("output");
        Error = json.Text("error");
        Cause = json.Text("cause");
        TraceHeader = json.Text("traceHeader");
        MapRunArn = json.Text("mapRunArn");
        StateMachineVersionArn = json.Text("stateMachineVersionArn");
        StateMachineAliasArn = json.Text("stateMachineAliasArn");
        RedriveCount = json.Integer("redriveCount");
        RedriveDate = json.Date("redriveDate");
    }
}
