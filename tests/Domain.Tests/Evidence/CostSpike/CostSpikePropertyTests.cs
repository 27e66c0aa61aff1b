using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Evidence.CostSpike;

public partial class CostSpikePropertyTests
{
    private const int Times = 2_000;
    private static readonly string[] Services = ["AWS Lambda", "Amazon Redshift", "Amazon Simple Storage Service", "Amazon EC2"];

    private static readonly Gen<Situation> Situations = Gen.Select(
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 3_000], Gen.Int[100, 9_000]).Array[0, 4],
        Gen.Select(Gen.Int[1, 300], Gen.Bool).Array[0, 4],
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 3_000], Gen.Int[0, 900]).Array[0, 4],
        Gen.Select(Gen.Int[1, 900], Gen.Int[1, 900]).Array[0, 3],
        Gen.Int[0, 400].Array[4].Array[0, 4],
        Make);

    [Fact]
    public void Assess_InAnyOrder_SaysTheSame() => Gen.Select(Situations, Gen.Int).Sample(
        (situation, seed) => Assert.Equal(Told(situation.Diagnosis), Told((situation with { Evidence = Each(situation.Evidence, new Shuffle(seed)) }).Diagnosis)),
        iter: Times);

    [Fact]
    public void Assess_ItemsLeftOutOrRepeated_ActsOnOutliersOfTheWholeAlone() => Gen.Select(Situations, Gen.Int[1, int.MaxValue]).Sample(
        (situation, seed) =>
        {
            var diagnosis = (situation with { Evidence = Each(situation.Evidence, new LeaveOutOrRepeat(seed)) }).Diagnosis;

            Promises(diagnosis);
            // Each thing is named by what it is, so that its numbers can be asked alone.
            Assert.All(diagnosis.Plan, proposed => Assert.Contains(proposed.Action.LimitKey, OutliersOf(situation)));
        },
        iter: Times);

    [Fact]
    public void Assess_CostsInAnotherCurrency_KeepFindingAndRatio() => Gen.Select(Gen.Int[2, 4_000].Array[5].Array[1, 4], Gen.Int[2, 500]).Sample(
        (costs, factor) =>
        {
            var (one, other) = (Costing(costs, 1), Costing(costs, factor));

            Assert.Equal((one.Finding, Ratio(one)), (other.Finding, Ratio(other)));
        },
        iter: Times);

    [Fact]
    public void Assess_ServiceAtXTimesAConstantBaseline_IsReportedWithX() => Gen.Select(Gen.Int[15, 99], Gen.Int[0, 2], Gen.Int[20, 5_000], Gen.Int[2, 7]).Sample(
        (digits, scale, baseline, days) =>
        {
            var times = digits / 10m * (decimal)Math.Pow(10, scale);
            decimal[] amounts = [.. Enumerable.Repeat((decimal)baseline, days), baseline * times];

            var diagnosis = new Situation().Costing("Amazon EC2", amounts).Costing("Amazon S3", [.. amounts.Select(_ => 30m)]).Diagnosis;

            Assert.Equal(CostSpikeFindings.SpikeOfService, diagnosis.Finding);
            Assert.StartsWith("Amazon EC2 ", diagnosis.Summary, StringComparison.Ordinal);
            Assert.Equal(times.ToString("#,##0.#", CultureInfo.InvariantCulture), Ratio(diagnosis));
        },
        iter: Times);

    [Fact]
    public void Assess_HostileEvidence_HoldsItsPromises() => Gen.Int.Sample(seed => Promises(new HostileSituation(seed).Situation.Diagnosis), iter: Times);

    [Fact]
    public void Assess_HostileText_HoldsItsPromises() => Gen.Select(Hostile.Texts.Where(texts => texts.Length > 0), Gen.Int).Sample(
        (texts, seed) => Promises(new HostileSituation(seed, texts).Situation.Diagnosis),
        iter: Times);

    internal static void Promises(Diagnosis diagnosis)
    {
        Assert.InRange(diagnosis.Summary.Length, 1, 500);
        Assert.InRange(diagnosis.Support.Length, 0, 10);
        Assert.InRange(diagnosis.Plan.Length, 0, 1);
        Assert.All(diagnosis.Support.Concat(diagnosis.NotSeen), sentence => Assert.InRange(sentence.Length, 1, 300));
        foreach (var line in diagnosis.Support.Concat(diagnosis.NotSeen).Append(diagnosis.Summary).Concat(diagnosis.Plan.Select(proposed => proposed.Because)))
        {
            Hostile.AssertOneCleanLine(line);
        }

        Assert.All(diagnosis.Plan, proposed =>
        {
            Assert.InRange(proposed.Because.Length, 1, 200);
            Assert.False(proposed.Because.EndsWith('.'));
            Assert.Matches(@"^arn:aws:[a-z-]+:eu-central-1:111122223333:(function:|cluster:|workgroup/|table/)[A-Za-z0-9_.-]+$", proposed.Action.TargetArn);
            Assert.EndsWith(proposed.Action.TargetName, proposed.Action.TargetArn, StringComparison.Ordinal);
            Assert.True(diagnosis.Confidence != Confidence.Low || proposed.Risk == ActionRisk.High);
        });
    }

    private static Situation Make(
        (int Hour, int Usual, int Duration)[] functions, (int Minutes, bool Named)[] statements, (int Hour, int Usual, int Quota)[] tenants, (int First, int Last)[] buckets, int[][] costs)
    {
        var situation = new Situation().Guarded();
        situation = functions.Index().Aggregate(situation, (all, row) => all.Running($"f{row.Index}", row.Item.Hour, row.Item.Usual, milliseconds: row.Item.Duration));
        situation = statements.Index().Aggregate(situation, (all, row) => all.Querying(TimeSpan.FromMinutes(row.Item.Minutes), "SELECT 1", id: row.Item.Named ? $"s{row.Index}" : null));
        situation = tenants.Index().Aggregate(situation, (all, row) => all.Serving($"t{row.Index}", row.Item.Hour, row.Item.Usual, row.Item.Quota));
        situation = buckets.Index().Aggregate(situation, (all, row) => all.Storing($"b{row.Index}", row.Item.First * 1e9, row.Item.Last * 1e9));
        return costs.Index().Aggregate(situation, (all, row) => all.Costing(Services[row.Index], [.. row.Item.Select(amount => (decimal)amount)]));
    }

    private static Diagnosis Costing(int[][] costs, int factor) =>
        costs.Index().Aggregate(new Situation(), (all, row) => all.Costing(Services[row.Index], [.. row.Item.Select(amount => (decimal)amount * factor)])).Diagnosis;

    // The whole with one thing alone: whatever is acted on must stand out by its own numbers.
    private static HashSet<string> OutliersOf(Situation situation)
    {
        var none = new Situation().Evidence;
        var alone = situation.Evidence.Functions!.Items.Select(item => none with { Functions = Gathered<FunctionUsage>.Of(item) })
            .Concat(situation.Evidence.Statements!.Items.Select(item => none with { Statements = Gathered<RunningStatement>.Of(item) }))
            .Concat(situation.Evidence.Tenants!.Items.Select(item => none with { Tenants = Gathered<TenantUsage>.Of(item) }));
        return [.. alone.SelectMany(evidence => (situation with { Evidence = evidence }).Diagnosis.Plan).Select(proposed => proposed.Action.LimitKey)];
    }

    private static CostSpikeEvidence Each(CostSpikeEvidence evidence, IChange change) => new()
    {
        Costs = change.Of(evidence.Costs),
        Usage = change.Of(evidence.Usage),
        Functions = change.Of(evidence.Functions),
        Statements = change.Of(evidence.Statements),
        Buckets = change.Of(evidence.Buckets),
        Budgets = change.Of(evidence.Budgets),
        Tenants = change.Of(evidence.Tenants),
    };

    private static string Told(Diagnosis diagnosis) =>
        string.Join('\n', [diagnosis.Finding, $"{diagnosis.Confidence}", diagnosis.Summary, .. diagnosis.Support, .. diagnosis.NotSeen, .. diagnosis.Plan.Select(proposed => $"{proposed}")]);

    private static string Ratio(Diagnosis diagnosis) => RatioText().Match(diagnosis.Summary).Groups[1].Value;

    [GeneratedRegex("([0-9.,]+) times")]
    private static partial Regex RatioText();

    private interface IChange
    {
        Gathered<T>? Of<T>(Gathered<T>? source);
    }

    private sealed class Shuffle(int seed) : IChange
    {
        private readonly Random random = new(seed);

        public Gathered<T>? Of<T>(Gathered<T>? source)
        {
            T[] items = [.. source!.Items];
            random.Shuffle(items);
            return Gathered<T>.Of([.. items]);
        }
    }

    private sealed class LeaveOutOrRepeat(int seed) : IChange
    {
        private readonly Random random = new(seed);

        public Gathered<T>? Of<T>(Gathered<T>? source) => random.Next(8) switch
        {
            0 => null,
            1 => Gathered<T>.Without("AccessDenied"),
            _ => Gathered<T>.Of([.. source!.Items.SelectMany(item => Enumerable.Repeat(item, random.Next(3)))]),
        };
    }
}
