using System.Collections.Immutable;
using System.Globalization;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence.CostSpike;

/// <summary>Evidence of a cost spike, in which every source answers and knows of nothing unless said otherwise.</summary>
internal sealed record Situation
{
    public CostSpikeEvidence Evidence { get; init; } = new()
    {
        Costs = Gathered<ServiceCost>.Of(),
        Usage = Gathered<UsageCost>.Of(),
        Functions = Gathered<FunctionUsage>.Of(),
        Statements = Gathered<RunningStatement>.Of(),
        Buckets = Gathered<BucketGrowth>.Of(),
        Budgets = Gathered<BudgetState>.Of(),
        Tenants = Gathered<TenantUsage>.Of(),
    };

    public RunbookContext Context { get; init; } = Given.Context;

    public CostSpikePolicy Policy { get; init; } = CostSpikePolicy.Default;

    public Diagnosis Diagnosis => CostSpikeAssessment.Assess(Evidence, Context, Policy);

    /// <summary>One amount a day, the last one yesterday's.</summary>
    public Situation Costing(string service, params decimal[] amounts) => this with
    {
        Evidence = Evidence with { Costs = Plus(Evidence.Costs, amounts.Select((amount, at) => new ServiceCost(service, Day(amounts.Length - at), Text(amount), "USD"))) },
    };

    public Situation Using(string service, string type, params decimal[] amounts) => this with
    {
        Evidence = Evidence with { Usage = Plus(Evidence.Usage, amounts.Select((amount, at) => new UsageCost(service, type, Day(amounts.Length - at), Text(amount)))) },
    };

    /// <param name="usualHour">0: it did not run.</param>
    public Situation Running(string function, double hour, double usualHour, double? usualConcurrency = 3, double milliseconds = 200, double usualMilliseconds = 200, double concurrency = 50) => this with
    {
        Evidence = Evidence with
        {
            Functions = Plus(Evidence.Functions, [new FunctionUsage(
                function, [hour / 2, hour / 2], [milliseconds], [concurrency], usualHour == 0 ? [] : Week(usualHour * 24), Week(usualMilliseconds), usualConcurrency is { } usual ? Week(usual) : [])]),
        },
    };

    public Situation Querying(TimeSpan age, string text, string? id = "7f3c9a52-0b7d-4a41-9d77-000000000001", string? name = null, string? cluster = "dwh", string? workgroup = null) => this with
    {
        Evidence = Evidence with { Statements = Plus(Evidence.Statements, [new RunningStatement(id, name, cluster, workgroup, (Given.Now - age).ToString("O", CultureInfo.InvariantCulture), text)]) },
    };

    public Situation Serving(string tenant, double hour, double usualHour, double? quota) => this with
    {
        Evidence = Evidence with { Tenants = Plus(Evidence.Tenants, [new TenantUsage(tenant, [hour], Week(usualHour * 24), quota)]) },
    };

    public Situation Storing(string bucket, params double[] bytes) => this with
    {
        Evidence = Evidence with { Buckets = Plus(Evidence.Buckets, [new BucketGrowth(bucket, "StandardStorage", [.. bytes])]) },
    };

    public Situation Budgeting(string name, string limit, string actual, string? forecast) => this with
    {
        Evidence = Evidence with { Budgets = Plus(Evidence.Budgets, [new BudgetState(name, limit, actual, forecast, "USD", "MONTHLY")]) },
    };

    public Situation Naming(params string[] resources) => this with { Context = Context with { Resources = [.. resources] } };

    public Situation Guarded() => this with { Context = Context with { Guardrails = Given.Guardrails } };

    public Situation Knowing(params string[] jobs) => this with { Policy = Policy with { KnownJobs = jobs } };

    private static Gathered<T> Plus<T>(Gathered<T>? source, IEnumerable<T> items) => Gathered<T>.Of([.. source?.Items ?? [], .. items]);

    private static ImmutableArray<double> Week(double day) => [.. Enumerable.Repeat(day, 7)];

    private static string Day(int ago) => Given.Now.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
