namespace IncidentServerless.Functions.Commands;

/// <summary>ARNs of executions, from the state machine's and the name.</summary>
internal static class ExecutionArns
{
    /// <param name="stateMachineArn"><c>arn:aws:states:region:account:stateMachine:name</c>.</param>
    public static string Of(string stateMachineArn, string name) =>
        $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
}
