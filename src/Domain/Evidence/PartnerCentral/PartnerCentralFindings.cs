namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>What the runbook for Partner Central's API tells apart (runbook 3.1).</summary>
public static class PartnerCentralFindings
{
    /// <summary>AWS Health has an open issue of Partner Central, or most errors are answers of AWS's own servers. Proposes a case with AWS Support.</summary>
    public const string AwsSideOutage = "aws-side-outage";

    /// <summary>The connector's role lacks a permission, or its credentials or the link between the accounts are refused. For people; tells the administrator of Partner Central.</summary>
    public const string PermissionFault = "permission-fault";

    /// <summary>Partner Central throttles the connector. Proposes a lower request rate, and then the failed runs again.</summary>
    public const string RateLimit = "rate-limit";

    /// <summary>The connector itself sends what Partner Central refuses, or fails before it sends anything. For people.</summary>
    public const string OwnFault = "own-fault";

    /// <summary>No error was logged within the hour, but ingestion runs of the day failed and were not run again. Proposes to let them go on.</summary>
    public const string IngestionFailed = "ingestion-failed";

    /// <summary>The log was seen, and nothing in it or elsewhere tells of a failure.</summary>
    public const string NothingFound = "nothing-found";

    /// <summary>Nothing could be seen that would tell.</summary>
    public const string NothingSeen = "nothing-seen";
}
