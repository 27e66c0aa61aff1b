namespace IncidentServerless.Workflows;

/// <summary>The workflows, by the names of their definitions. A state machine's name has the stack's in front.</summary>
public static class WorkflowNames
{
    public const string Lifecycle = "incident-lifecycle";
    public const string Paging = "paging";
    public const string StatusUpdates = "status-updates";
    public const string PostIncident = "post-incident";

    /// <param name="runbook">The runbook's name, for example <c>cost-spike</c>.</param>
    public static string Runbook(string runbook) => $"runbook-{runbook}";
}
