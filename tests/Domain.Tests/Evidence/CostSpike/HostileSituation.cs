using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Tests.Evidence.CostSpike;

/// <summary>Evidence of whatever can be written: nothing, numbers that are none, texts that are none, the same again.</summary>
internal sealed class HostileSituation(int seed, params string[] texts)
{
    private static readonly double[] Numbers =
        [0, 1, 24_000, 168_000, 5e9, 1e15, 1e16, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, double.MinValue];

    private static readonly string?[] Words =
    [
        null, "", " ", "\u202E", "f", "f", "x:prod", "acme", "AWS Lambda", "Amazon Redshift", "USD", "NaN", "-5", "12.5", "1E-7", "1e28", "79228162514264337593543950335", "100", "900",
        "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "9999-12-31", "0001-01-01", "2026-03-09T01:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "SELECT 1", new('x', 5_000),
    ];

    private readonly Random random = new(seed);

    public Situation Situation => new()
    {
        Evidence = new CostSpikeEvidence
        {
            Costs = Some(() => new ServiceCost(Text(), Text(), Text(), Text())),
            Usage = Some(() => new UsageCost(Text(), Text(), Text(), Text())),
            Functions = Some(() => new FunctionUsage(Text(), Series(), Series(), Series(), Series(), Series(), Series())),
            Statements = Some(() => new RunningStatement(Text(), Text(), Text(), Text(), Text(), Text())),
            Buckets = Some(() => new BucketGrowth(Text(), Text(), Series())),
            Budgets = Some(() => new BudgetState(Text(), Text(), Text(), Text(), Text(), Text())),
            Tenants = Some(() => new TenantUsage(Text(), Series(), Series(), random.Next(3) == 0 ? null : Number())),
        },
        Context = Given.Context with
        {
            Resources = random.Next(3) switch { 0 => default, 1 => [null!, "service="], _ => [$"service={Text()}"] },
            Tenants = random.Next(2) == 0 ? default : ["acme"],
            Budget = Text(),
            Guardrails = random.Next(2) == 0 ? null : Given.Guardrails,
        },
        Policy = new CostSpikePolicy(random.Next(3) == 0 ? ["*"] : [], TimeSpan.FromHours(random.Next(3)), null),
    };

    private Gathered<T>? Some<T>(Func<T> one)
        where T : class => random.Next(10) switch
    {
        0 => null,
        1 => Gathered<T>.Without(Text() ?? ""),
        2 => new Gathered<T> { Items = default },
        _ => Gathered<T>.Of([.. Enumerable.Range(0, random.Next(14)).Select(_ => random.Next(12) == 0 ? null! : one())]),
    };

    private IReadOnlyList<double>? Series() => random.Next(8) switch
    {
        0 => null,
        _ => [.. Enumerable.Range(0, random.Next(8)).Select(_ => Number())],
    };

    private double Number() => Numbers[random.Next(Numbers.Length)];

    private string? Text() => texts.Length > 0 && random.Next(2) == 0 ? texts[random.Next(texts.Length)] : Words[random.Next(Words.Length)];
}
