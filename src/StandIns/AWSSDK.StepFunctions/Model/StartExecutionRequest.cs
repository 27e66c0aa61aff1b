using System.Text.Json;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>Starts an execution. Repeated with the same name and input while it runs, it answers with that execution.</summary>
public class StartExecutionRequest : AmazonStepFunctionsRequest, IJsonRequest
{
    public string StateMachineArn { get; set; } = null!;

    /// <summary>Unique for 90 days after the execution has ended. Default: a UUID.</summary>
    public string? Name { get; set; }

    /// <summary>JSON. Default: <c>{}</c>.</summary>
    public string? Input { get; set; }

    public string? TraceHeader { get; set; }

    string IJsonRequest.Operation => "StartExecution";

    void IJsonRequest.Write(Utf8JsonWriter writer)
    {
        writer.WriteIfSet("stateMachineArn", StateMachineArn);
        writer.WriteIfSet("name", Name);
        writer.WriteIfSet("input", Input);
        writer.WriteIfSet("traceHeader", TraceHeader);
    }
}
