namespace IncidentServerless.Workflows;

/// <summary>Names of executions, which make every start idempotent.</summary>
public static class ExecutionNames
{
    public static string Lifecycle(string incidentId, int generation) => $"{incidentId}-lifecycle-g{generation}";

    /// <param name="part">From 1; the n-th execution of a paging that outlived its history limit.</param>
    public static string Paging(string incidentId, int generation, int part) => $"{incidentId}-paging-g{generation}-{part}";

    /// <inheritdoc cref="Paging"/>
    public static string StatusUpdates(string incidentId, int generation, int part) => $"{incidentId}-updates-g{generation}-{part}";

    /// <inheritdoc cref="Paging"/>
    public static string PostIncident(string incidentId, int generation, int part) => $"{incidentId}-aftermath-g{generation}-{part}";

    public static string Runbook(string incidentId, int generation) => $"{incidentId}-runbook-g{generation}";
}
