namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What the runbook for cost spikes tells apart (runbook 3.5).</summary>
public static class CostSpikeFindings
{
    /// <summary>A Lambda function runs far more often than usual: a loop, or a caller that went wild.</summary>
    public const string LoopingFunction = "looping-function";

    /// <summary>A Lambda function runs as often as usual, and far longer.</summary>
    public const string RunawayFunction = "runaway-function";

    /// <summary>A statement of the Redshift Data API has run for too long.</summary>
    public const string RunawayQuery = "runaway-query";

    /// <summary>One tenant uses the platform far more than usual.</summary>
    public const string TenantSurge = "tenant-surge";

    /// <summary>A bucket grew by half or more within the week.</summary>
    public const string StorageGrowth = "storage-growth";

    /// <summary>What stands out is a job that policy knows to cost much now and then.</summary>
    public const string KnownJob = "known-job";

    /// <summary>The cost rises day after day, without a jump.</summary>
    public const string SteadyGrowth = "steady-growth";

    /// <summary>One service costs far more than its baseline, and no usage that could be seen explains it.</summary>
    public const string SpikeOfService = "spike-of-service";

    /// <summary>Costs were seen, and none is above its baseline.</summary>
    public const string NoSpike = "no-spike";

    /// <summary>Nothing could be seen.</summary>
    public const string NothingSeen = "nothing-seen";
}
