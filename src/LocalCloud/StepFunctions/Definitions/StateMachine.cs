namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>A state machine as it was created.</summary>
internal sealed record StateMachine(string Name, string Arn, string RoleArn, Definition Definition, DateTimeOffset CreationDate)
{
    public string ExecutionArn(string execution) => $"{Arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{execution}";
}
