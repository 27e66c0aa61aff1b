using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Observations;

/// <summary>
/// One thing that happened in the cloud. Functions and rules are called by their logical ids; queues, topics and state machines, which
/// the outside knows, by their names.
/// </summary>
public abstract record Observation
{
    /// <summary>The cloud's time when it happened.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>An event reached the bus.</summary>
/// <param name="Envelope">The whole event; not to be changed.</param>
/// <param name="Rules">The rules that matched it.</param>
public sealed record EventReceived(JsonObject Envelope, IReadOnlyList<string> Rules) : Observation;

/// <summary>A rule's target could not take an event, and has no dead-letter queue.</summary>
public sealed record EventDropped(string Rule, string TargetArn, string Reason) : Observation;

/// <summary>A schedule's rule was made to tick.</summary>
public sealed record ScheduleTicked(string Rule) : Observation;

/// <summary>A message entered a queue.</summary>
public sealed record MessageSent(string Queue, string MessageId, string Body) : Observation;

/// <summary>Messages were handed to a reader, and are invisible to others until the visibility timeout ends.</summary>
public sealed record MessagesReceived(string Queue, IReadOnlyList<string> MessageIds) : Observation;

/// <summary>A message was received too often without being deleted, or could not be delivered.</summary>
/// <param name="Source">The queue, rule or function that gave it up.</param>
/// <param name="Queue">The dead-letter queue.</param>
public sealed record MessageDeadLettered(string Source, string Queue, string MessageId, string Body) : Observation;

/// <summary>A function was given an event.</summary>
/// <param name="Index">Counts the function's invocations in this world, from 1.</param>
public sealed record FunctionInvoked(string Function, string RequestId, int Index, string Payload) : Observation;

public sealed record FunctionSucceeded(string Function, string RequestId, string Payload) : Observation;

/// <summary>A function threw, ran out of time, or its process ended.</summary>
public sealed record FunctionFailed(string Function, string RequestId, string ErrorType, string Message) : Observation;

/// <summary>A line of a function's standard output or error.</summary>
/// <param name="RequestId">The invocation that ran when the line was read; null during start.</param>
public sealed record FunctionLogged(string Function, string? RequestId, string Line) : Observation;

/// <summary>A message was published to an SNS topic.</summary>
public sealed record NotificationPublished(string Topic, string MessageId, string? Subject, string Message, IReadOnlyDictionary<string, string> Attributes) : Observation;

/// <summary>A subscriber of a topic could not be reached (it is gone, or its policy does not let SNS in), and the subscription has no dead-letter queue.</summary>
public sealed record NotificationDropped(string Topic, string MessageId, string Endpoint) : Observation;

/// <summary>An application wrote to its log.</summary>
/// <param name="Passed">How many of the lines went to functions that subscribe to them.</param>
public sealed record LinesWritten(string Group, int Lines, int Passed) : Observation;

/// <summary>A workflow called a vendor's host, which a sink answered.</summary>
public sealed record HttpCalled(string Host, string Method, string Path, string Body, int Status, string Answer) : Observation;

/// <summary>A call to a service that is not emulated; the scenario's account answered it.</summary>
/// <param name="Call">For example <c>lambda:PutFunctionConcurrency</c>.</param>
/// <param name="Error">The error's name; null when the call was answered.</param>
public sealed record AccountCalled(string Call, JsonObject Input, JsonNode? Answer, string? Error) : Observation;

/// <summary>A call was refused since no policy of the caller's role grants it.</summary>
public sealed record AccessDenied(string Role, string Action, string Resource) : Observation;

public sealed record ExecutionStarted(string StateMachine, string ExecutionArn, string Input) : Observation;

/// <param name="Status">SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
public sealed record ExecutionEnded(string StateMachine, string ExecutionArn, string Status, string? Output, string? Error, string? Cause) : Observation;

/// <summary>A Task state makes its call. A retry is a call too.</summary>
/// <param name="Resource">For example <c>arn:aws:states:::sns:publish</c>.</param>
public sealed record TaskCalled(string StateMachine, string ExecutionArn, string State, string Resource) : Observation;
