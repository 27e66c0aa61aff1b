using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>One API call, whatever protocol it came by.</summary>
/// <param name="Service">The signing name, for example <c>sqs</c>.</param>
/// <param name="Operation">The API's name for it, Pascal case, for example <c>SendMessage</c>.</param>
/// <param name="Input">The members as the service's API model names them.</param>
/// <param name="Caller">Who asks.</param>
public sealed record ServiceCall(string Service, string Operation, JsonObject Input, Caller Caller);

/// <summary>Who asks: a role of the stack, or the operator (a person at this machine, the cloud's own wiring), who may do anything.</summary>
/// <param name="RoleArn">Null for the operator.</param>
/// <param name="Via">The function or execution that acts for the role, for messages; null for the operator.</param>
public sealed record Caller(string? RoleArn, string? Via)
{
    public static Caller Operator { get; } = new(null, null);
}
