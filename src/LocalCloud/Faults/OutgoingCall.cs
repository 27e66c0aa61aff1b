namespace IncidentServerless.LocalCloud.Faults;

/// <summary>A call that a function makes.</summary>
/// <param name="Function">Its logical id.</param>
/// <param name="Invocation">Counts the function's invocations in this world, from 1; 0 between invocations.</param>
/// <param name="Call">Counts the calls of the invocation, from 1. An SDK's retry is a call too.</param>
/// <param name="Service">The signing name.</param>
/// <param name="Operation">For example <c>TransactWriteItems</c>.</param>
public sealed record OutgoingCall(string Function, string RequestId, int Invocation, int Call, string Service, string Operation);
