using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Faults;

/// <summary>The call of a Task state fails and is not made. Each member that is set must fit. Calls to Step Functions itself are not reached by it.</summary>
public sealed record WorkflowFault
{
    /// <summary>The state machine's name.</summary>
    public string? StateMachine { get; init; }

    /// <summary>The Task's name.</summary>
    public string? State { get; init; }

    /// <summary>The end of the Task's Resource, for example <c>sns:publish</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>How often it happens. Default: once. Null: until it is removed.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>The name that <c>ErrorEquals</c> matches, for example <c>SNS.InternalErrorException</c>.</summary>
    public required string Error { get; init; }

    public string Cause { get; init; } = "As the fault asks.";

    internal bool Fits(string stateMachine, TaskRequest request) =>
        (StateMachine ?? stateMachine) == stateMachine
        && (State ?? request.StateName) == request.StateName
        && (Resource is null || request.Resource.EndsWith(Resource, StringComparison.Ordinal));
}
