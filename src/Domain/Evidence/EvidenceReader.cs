using System.Text.Json;
using IncidentServerless.Domain.Evidence.Authentication;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Evidence.DataQuality;
using IncidentServerless.Domain.Evidence.General;
using IncidentServerless.Domain.Evidence.MarketplaceMetering;
using IncidentServerless.Domain.Evidence.PartnerCentral;
using IncidentServerless.Domain.Evidence.SecurityFinding;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence;

/// <summary>
/// Evidence as workflows write it. Read by hand: with metadata of these records for the serializer the binary that all functions share was
/// 426 kB larger.
/// </summary>
public static class EvidenceReader
{
    public static PartnerCentralEvidence PartnerCentral(JsonElement evidence) => new()
    {
        Errors = evidence.Gathered("errors", item => new ErrorLine(item.Said("at"), item.Said("text"))),
        Health = evidence.Gathered("health", item => new HealthIssue(item.Said("service"), item.Said("code"), item.Said("category"), item.Said("region"), item.Said("since"))),
        Permissions = evidence.Gathered("permissions", item => new PermissionCheck(item.Said("action"), item.Said("decision"))),
        Throttles = evidence.Gathered("throttles", item => new CountedCalls(item.Numbers("values"))),
        Rate = evidence.Gathered("rate", item => new ParameterText(item.Said("value"))),
        Runs = evidence.Gathered("runs", item => new FailedRun(item.Said("arn"), item.Said("name"), item.Said("stoppedAt"), item.Said("error"), item.Said("redrive"))),
    };

    public static AuthenticationEvidence Authentication(JsonElement evidence) => new()
    {
        Pool = evidence.Gathered("pool", item => new UserPool(item.Said("id"), item.Said("name"), item.Said("status"))),
        Clients = evidence.Gathered("clients", item => new PoolClient(item.Said("id"), item.Flag("missing"))),
        Failures = evidence.Gathered("failures", Denial),
        Denials = evidence.Gathered("denials", Denial),
        Authorizers = evidence.Gathered("authorizers", item => new Authorizer(item.Said("name"), item.Said("type"), item.Said("issuer"), item.Names("audience"))),
        Changes = evidence.Gathered("changes", item => new TrailEvent(item.Said("name"), item.Said("at"), item.Said("by"), item.Said("readOnly"), item.Names("resources"))),
    };

    public static CostSpikeEvidence CostSpike(JsonElement evidence) => new()
    {
        Costs = evidence.Gathered("costs", item => new ServiceCost(item.Said("service"), item.Said("day"), item.Said("amount"), item.Said("unit"))),
        Usage = evidence.Gathered("usage", item => new UsageCost(item.Said("service"), item.Said("usageType"), item.Said("day"), item.Said("amount"))),
        Functions = evidence.Gathered("functions", item => new FunctionUsage(
            item.Said("name"), item.Numbers("invocations"), item.Numbers("durations"), item.Numbers("concurrency"), item.Numbers("dailyInvocations"), item.Numbers("dailyDurations"), item.Numbers("dailyConcurrency"))),
        Statements = evidence.Gathered("statements", item => new RunningStatement(item.Said("id"), item.Said("name"), item.Said("cluster"), item.Said("workgroup"), item.Said("startedAt"), item.Said("text"))),
        Buckets = evidence.Gathered("buckets", item => new BucketGrowth(item.Said("bucket"), item.Said("storageType"), item.Numbers("bytes"))),
        Budgets = evidence.Gathered("budgets", item => new BudgetState(item.Said("name"), item.Said("limit"), item.Said("actual"), item.Said("forecast"), item.Said("unit"), item.Said("period"))),
        Tenants = evidence.Gathered("tenants", item => new TenantUsage(item.Said("tenant"), item.Numbers("recent"), item.Numbers("daily"), item.Number("quota"))),
    };

    public static SecurityEvidence SecurityFinding(JsonElement evidence) => new()
    {
        Finding = evidence.Gathered("finding", item => new FindingState(item.Said("type"), item.Said("role"), item.Said("count"), item.Said("archived"))),
        Calls = evidence.Gathered("calls", item => new TrailCall(item.Said("name"), item.Said("at"), item.Said("by"), item.Said("readOnly"), item.Said("from"), item.Said("error"))),
        Keys = evidence.Gathered("keys", item => new AccessKeyState(item.Said("id"), item.Said("status"))),
        Instance = evidence.Gathered("instance", item => new InstanceState(item.Said("id"), item.Said("state"), item.Names("groups"), item.Said("autoScalingGroup"))),
        BucketPolicy = evidence.Gathered("bucketPolicy", item => new BucketPolicyState(item.Said("isPublic"))),
        BucketBlocks = evidence.Gathered("bucketBlocks", item => new BucketBlocks(item.Names("on"))),
    };

    public static MeteringEvidence MarketplaceMetering(JsonElement evidence) => new()
    {
        Failures = evidence.Gathered("failures", item => new MeterRow(item.Said("id"), item.Said("customer"), item.Said("dimension"), item.Said("quantity"), item.Said("usageAt"), item.Said("error"), item.Flag("metered"))),
        Entitlements = evidence.Gathered("entitlements", item => new EntitlementRow(item.Said("customer"), item.Said("dimension"), item.Said("expires"))),
    };

    public static DataQualityEvidence DataQuality(JsonElement evidence) => new()
    {
        Issues = evidence.Gathered("issues", item => new IssueCount(item.Said("entity"), item.Said("rule"), item.Said("today"), item.Said("before"))),
        Objects = evidence.Gathered("objects", item => new BadObject(item.Said("entity"), item.Said("key"), item.Said("issues"))),
        Schemas = evidence.Gathered("schemas", item => new TableChange(item.Said("table"), item.Said("at"), item.Names("now"), item.Names("before"))),
        Volumes = evidence.Gathered("volumes", item => new RecordVolume(item.Said("entity"), item.Numbers("recent"), item.Numbers("daily"))),
    };

    public static GeneralEvidence General(JsonElement evidence) => new()
    {
        Alarms = evidence.Gathered("alarms", item => new AlarmTurn(item.Said("alarm"), item.Said("at"), item.Said("what"))),
        Stacks = evidence.Gathered("stacks", item => new StackChange(item.Said("stack"), item.Said("at"), item.Said("status"))),
        Functions = evidence.Gathered("functions", item => new FunctionChange(item.Said("function"), item.Said("at"), item.Said("what"))),
        Deployments = evidence.Gathered("deployments", item => new ServiceDeployment(item.Said("cluster"), item.Said("service"), item.Said("at"), item.Said("state"))),
    };

    private static DenialLine Denial(JsonElement item) => new(item.Said("at"), item.Said("text"));
}
