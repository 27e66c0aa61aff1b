namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What the runbook for cost spikes tells apart. Usage is fresh and comes before costs, which lag by up to a day.</summary>
public static class CostSpikeFindings
{
    /// <summary>A Lambda function ran at least 1,000 times in the last hour, and at least 5 times its usual or without having run in the week before. Proposes to throttle it.</summary>
    public const string LoopingFunction = "looping-function";

    /// <summary>A Lambda function runs as often as usual, but at least 5 times as long and at least a second. For people.</summary>
    public const string RunawayFunction = "runaway-function";

    /// <summary>A statement of the Redshift Data API runs for longer than policy allows. Proposes to cancel it where it can be named.</summary>
    public const string RunawayQuery = "runaway-query";

    /// <summary>A tenant uses at least 5 times its usual. Proposes to lower its quota where that is known.</summary>
    public const string TenantSurge = "tenant-surge";

    /// <summary>A bucket grew to at least 1.5 times its size within the week, by at least 1 GB. For people.</summary>
    public const string StorageGrowth = "storage-growth";

    /// <summary>What stands out is a job that policy says is meant to cost much now and then. Nothing is to be done.</summary>
    public const string KnownJob = "known-job";

    /// <summary>All costs together rose by at least 20% over the whole days that were seen, no day by more than half of that. For people.</summary>
    public const string SteadyGrowth = "steady-growth";

    /// <summary>One service costs at least 1.5 times its usual and at least one unit of money more, and no usage explains it. For people.</summary>
    public const string SpikeOfService = "spike-of-service";

    /// <summary>Something was seen, and nothing of it is above its usual.</summary>
    public const string NoSpike = "no-spike";

    /// <summary>Neither costs nor usage could be seen.</summary>
    public const string NothingSeen = "nothing-seen";
}
