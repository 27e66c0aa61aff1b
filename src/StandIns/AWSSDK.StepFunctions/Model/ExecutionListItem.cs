using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>An execution in a list.</summary>
public class ExecutionListItem
{
    public string ExecutionArn { get; set; } = null!;

    public string StateMachineArn { get; set; } = null!;

    public string Name { get; set; } = null!;

    public ExecutionStatus Status { get; set; } = null!;

    public DateTime? StartDate { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateTime? StopDate { get; set; }

    internal static ExecutionListItem From(JsonElement json) => new()
    {
        ExecutionArn = json.Text("executionArn")!,
        StateMachineArn = json.Text("stateMachineArn")!,
        Name = json.Text("name")!,
        Status = ExecutionStatus.FindValue(json.Text("status")!),
        StartDate = json.Date("startDate"),
        StopDate = json.Date("stopDate"),
    };
}
