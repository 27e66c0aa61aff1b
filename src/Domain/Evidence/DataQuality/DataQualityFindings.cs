namespace IncidentServerless.Domain.Evidence.DataQuality;

/// <summary>What the runbook for data quality tells apart (runbook 3.3).</summary>
public static class DataQualityFindings
{
    /// <summary>The columns of an entity that fails were changed shortly before. Names the rules to change if that was meant; proposes to reprocess afterwards.</summary>
    public const string SchemaChange = "schema-change";

    /// <summary>Nearly all issues are in the objects of one partition. Proposes to quarantine them, then to reprocess.</summary>
    public const string BadPartition = "bad-partition";

    /// <summary>An entity has far fewer or more records than usual. For people: the source is late, or sends twice.</summary>
    public const string VolumeAnomaly = "volume-anomaly";

    /// <summary>Rules fail, and nothing else is conspicuous. For people.</summary>
    public const string RuleFailures = "rule-failures";

    public const string NothingFound = "nothing-found";

    public const string NothingSeen = "nothing-seen";
}
