namespace IncidentServerless.LocalCloud.Faults;

/// <summary>What goes wrong, and where: each member that is set must fit the call.</summary>
public sealed record Fault
{
    /// <summary>The function's logical id.</summary>
    public string? Function { get; init; }

    /// <summary>Which invocation of the function, from 1.</summary>
    public int? Invocation { get; init; }

    /// <summary>Which call of the invocation, from 1.</summary>
    public int? Call { get; init; }

    /// <summary>The signing name: <c>dynamodb</c>, <c>states</c>, <c>kms</c>, …</summary>
    public string? Service { get; init; }

    public string? Operation { get; init; }

    /// <summary>How often it happens. Default: once. Null: until it is removed.</summary>
    public int? Times { get; init; } = 1;

    public required FaultEffect Effect { get; init; }

    internal bool Fits(OutgoingCall call) =>
        (Function ?? call.Function) == call.Function
        && (Invocation ?? call.Invocation) == call.Invocation
        && (Call ?? call.Call) == call.Call
        && (Service ?? call.Service) == call.Service
        && (Operation ?? call.Operation) == call.Operation;
}

/// <summary>What happens to a call.</summary>
public abstract record FaultEffect
{
    private FaultEffect()
    {
    }

    /// <summary>The function's process is killed; the call is not made.</summary>
    public sealed record KillBefore : FaultEffect;

    /// <summary>The call is made, then the function's process is killed before it learns the answer.</summary>
    public sealed record KillAfter : FaultEffect;

    /// <summary>The call is not made; the service refuses.</summary>
    /// <param name="Code">For example <c>ThrottlingException</c>, <c>ServiceUnavailable</c>.</param>
    /// <param name="Status">500 and above, and throttling, are retried by SDKs.</param>
    public sealed record Refuse(string Code, string Message = "As the fault asks.", int Status = 400) : FaultEffect;

    /// <summary>DynamoDB cancels a transaction since another one is at work on the same item.</summary>
    public sealed record TransactionConflict : FaultEffect;

    /// <summary>An eventually consistent read (without <c>ConsistentRead</c>, or of an index) answers as if nothing had been written since the same read was last made. A consistent read is answered as ever.</summary>
    public sealed record StaleRead : FaultEffect;
}
