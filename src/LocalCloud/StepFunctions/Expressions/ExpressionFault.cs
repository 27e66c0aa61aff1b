namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>Why the service refuses an expression when a state machine is created.</summary>
internal sealed record ExpressionFault(string Code, string Message)
{
    public static ExpressionFault Syntax(string message) => new("INVALID_JSONATA_EXPRESSION", message);

    public static ExpressionFault TopLevel(string name) =>
        new("UNSUPPORTED_JSONATA_EXPRESSION", $"Reference to '{name}' at the top level is not supported.");
}
