using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Evidence.CostSpike;

public class CostSpikeAssessmentTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(192);
    private static readonly Situation Quiet = new();
    private static readonly Situation Loop = Quiet.Running("orders-export", 412_000, 4_300);

    [Fact]
    public void Assess_FunctionLoops_ProposesToThrottleItToItsUsualConcurrency()
    {
        var proposed = Assert.Single(Quiet.Running("orders-export", 412_000, 4_300, usualConcurrency: 3.5).Diagnosis.Plan);

        var throttle = Assert.IsType<ThrottleFunction>(proposed.Action);
        Assert.Equal(("arn:aws:lambda:eu-central-1:111122223333:function:orders-export", "orders-export", 4, 412_000d), (throttle.TargetArn, throttle.TargetName, throttle.Limit, throttle.InvocationsAnHour));
        Assert.Equal((ActionRisk.Low, "it runs 96 times as often as usual"), (proposed.Risk, proposed.Because));
    }

    [Fact]
    public void Assess_ConcurrencyUnknown_IsOfHighRisk() =>
        Assert.Equal((ActionRisk.High, 1), Throttle(Quiet.Running("orders-export", 412_000, 4_300, usualConcurrency: null)));

    [Theory]
    [InlineData(999, 0, CostSpikeFindings.NoSpike)]
    [InlineData(1_000, 0, CostSpikeFindings.LoopingFunction)]
    [InlineData(1_000, 200, CostSpikeFindings.LoopingFunction)]
    [InlineData(1_000, 201, CostSpikeFindings.NoSpike)]
    public void Assess_Function_LoopsFromTheThresholdOn(double hour, double usual, string finding) =>
        Assert.Equal(finding, Quiet.Running("f", hour, usual).Diagnosis.Finding);

    [Fact]
    public void Assess_WeekNotKnown_IsNoLoop()
    {
        var evidence = Quiet.Evidence with { Functions = Gathered<FunctionUsage>.Of(new FunctionUsage("f", [5_000], null, null, null, null, null)) };

        Assert.Equal(CostSpikeFindings.NoSpike, (Quiet with { Evidence = evidence }).Diagnosis.Finding);
    }

    [Fact]
    public void Assess_NameThatReachesIntoTheArn_IsNeverActedOn() =>
        Assert.Empty(Quiet.Running("x:prod", 412_000, 4_300).Diagnosis.Plan);

    [Fact]
    public void Assess_FunctionSlow_IsForPeople() =>
        Holds(CostSpikeFindings.RunawayFunction, acts: false, Quiet.Running("f", 100, 100, milliseconds: 60_000, usualMilliseconds: 2_000));

    [Theory]
    [InlineData("SELECT * FROM sales", ActionRisk.Low)]
    [InlineData("  with t as (select 1) select * from t", ActionRisk.Low)]
    [InlineData("SELECT insert_time FROM sales", ActionRisk.Low)]
    [InlineData("SELECT * INTO t FROM sales", ActionRisk.High)]
    [InlineData("WITH t AS (SELECT 1) delete FROM sales", ActionRisk.High)]
    [InlineData("VACUUM sales", ActionRisk.High)]
    [InlineData("SELECTED", ActionRisk.High)]
    [InlineData("", ActionRisk.High)]
    public void Assess_QueryRunsAway_IsOfLowRiskOnlyWhenItReads(string sql, ActionRisk risk)
    {
        var proposed = Assert.Single(Quiet.Querying(Long, sql).Diagnosis.Plan);

        Assert.Equal((risk, "arn:aws:redshift:eu-central-1:111122223333:cluster:dwh"), (proposed.Risk, Assert.IsType<CancelQuery>(proposed.Action).TargetArn));
    }

    [Fact]
    public void Assess_QueryInWorkgroup_NamesIt() =>
        Assert.Equal("arn:aws:redshift-serverless:eu-central-1:111122223333:workgroup/bi", Quiet.Querying(Long, "SELECT 1", cluster: null, workgroup: "bi").Diagnosis.Plan[0].Action.TargetArn);

    [Fact]
    public void Assess_QueryJustAtTheLimit_IsNoRunaway() =>
        Assert.Equal(CostSpikeFindings.NoSpike, Quiet.Querying(TimeSpan.FromHours(1), "SELECT 1").Diagnosis.Finding);

    [Fact]
    public void Assess_QueryThatNobodyCanName_IsMentionedOnly()
    {
        Holds(CostSpikeFindings.RunawayQuery, acts: false, Quiet.Querying(Long, "SELECT 1", id: null));
        Holds(CostSpikeFindings.RunawayQuery, acts: false, Quiet.Querying(Long, "SELECT 1", cluster: null));
    }

    [Fact]
    public void Assess_QueryWithoutStart_IsMentionedOnly()
    {
        var evidence = Quiet.Evidence with { Statements = Gathered<RunningStatement>.Of(new RunningStatement("s1", "load", "dwh", null, null, "SELECT 1")) };
        var diagnosis = (Quiet with { Evidence = evidence }).Diagnosis;

        Assert.Equal((CostSpikeFindings.NoSpike, true), (diagnosis.Finding, diagnosis.Plan.IsEmpty));
        Assert.Equal(["The Redshift statement load on cluster dwh runs too; since when is not known."], diagnosis.Support.AsEnumerable());
    }

    [Fact]
    public void Assess_TenantSurges_ProposesAQuotaLoweredByAsMuch()
    {
        var proposed = Assert.Single(Quiet.Guarded().Serving("acme", 48_000, 4_000, 6_000).Diagnosis.Plan);

        var tighten = Assert.IsType<TightenQuota>(proposed.Action);
        Assert.Equal((ActionRisk.High, 500d, "arn:aws:dynamodb:eu-central-1:111122223333:table/tenant-quotas"), (proposed.Risk, tighten.Limit, tighten.TargetArn));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1d)]
    public void Assess_TenantWithoutQuotaToLower_IsForPeople(double? quota) =>
        Holds(CostSpikeFindings.TenantSurge, acts: false, Quiet.Guarded().Serving("acme", 48_000, 4_000, quota));

    [Fact]
    public void Assess_TinyTenantBesideALoop_IsNotTheCause() =>
        Holds(CostSpikeFindings.LoopingFunction, acts: true, Quiet.Guarded().Serving("newcorp", 120, 0.17, 1_000).Running("orders-export", 412_000, 4_300));

    [Fact]
    public void Assess_ChargesOfTheFirstDayOfTheMonth_AreNoSpike() =>
        Holds(CostSpikeFindings.LoopingFunction, acts: true, Quiet.Costing("Tax", 0, 0, 0, 0, 0, 0, 812).Costing("AWS Support (Business)", 0, 0, 0, 0, 0, 0, 430).Running("orders-export", 412_000, 4_300));

    [Fact]
    public void Assess_TenantWithoutUsual_IsNoSurge() =>
        Assert.Equal(CostSpikeFindings.NoSpike, Quiet.Guarded().Serving("acme", 48_000, 0, 100).Diagnosis.Finding);

    [Fact]
    public void Assess_BucketGrows_IsForPeople() => Holds(CostSpikeFindings.StorageGrowth, acts: false, Quiet.Storing("raw", 1.2e12, 2e12, 3.6e12));

    [Fact]
    public void Assess_SmallBucketGrows_IsNoFinding() => Assert.Equal(CostSpikeFindings.NoSpike, Quiet.Storing("raw", 100, 900_000).Diagnosis.Finding);

    [Fact]
    public void Assess_KnownJob_IsLeftAlone()
    {
        Holds(CostSpikeFindings.KnownJob, acts: false, Loop.Knowing("orders-*"));
        Holds(CostSpikeFindings.KnownJob, acts: false, Quiet.Querying(Long, "SELECT 1", name: "month-end").Knowing("month-end"));
    }

    [Fact]
    public void Assess_KnownJobAndALoop_TheLoopIsTheCause() =>
        Holds(CostSpikeFindings.LoopingFunction, acts: true, Loop.Running("nightly", 9_000_000, 1_000).Knowing("nightly"));

    [Fact]
    public void Assess_CostsRiseDayByDay_IsSteadyGrowth() => Holds(CostSpikeFindings.SteadyGrowth, acts: false, Quiet.Costing("Amazon EC2", 100, 110, 120, 130));

    [Theory]
    [InlineData(CostSpikeFindings.SpikeOfService, 100, 150)]
    [InlineData(CostSpikeFindings.NoSpike, 100, 149)]
    [InlineData(CostSpikeFindings.NoSpike, 0.1, 1)]
    public void Assess_OneServiceRises_IsASpikeFromTheThresholdOn(string finding, double usual, double last) =>
        Holds(finding, acts: false, Quiet.Costing("Amazon EC2", (decimal)usual, (decimal)usual, (decimal)usual, (decimal)last));

    [Fact]
    public void Assess_CostsAgree_IsOfHighConfidence() => Assert.Equal(Confidence.High, Loop.Costing("AWS Lambda", 40, 40, 480).Diagnosis.Confidence);

    [Theory]
    [InlineData(9_600, 500, Confidence.Medium, ActionRisk.High)]
    [InlineData(14_000, 500, Confidence.High, ActionRisk.Low)]
    public void Assess_FunctionThatRunsAUsualDaysNumberInThisHour_MayBeADailyJob(double hour, double usual, Confidence confidence, ActionRisk risk)
    {
        var diagnosis = Quiet.Running("nightly-batch", hour, usual).Costing("AWS Lambda", 40, 40, 480).Diagnosis;

        Assert.Equal((CostSpikeFindings.LoopingFunction, confidence, risk), (diagnosis.Finding, diagnosis.Confidence, Assert.Single(diagnosis.Plan).Risk));
    }

    [Fact]
    public void Assess_IncidentNamesTheService_IsOfHighConfidence() => Assert.Equal(Confidence.High, Loop.Naming("service=AWS Lambda").Diagnosis.Confidence);

    [Fact]
    public void Assess_CostsShowNothing_IsOfMediumConfidence() => Assert.Equal(Confidence.Medium, Loop.Costing("AWS Lambda", 40, 40, 40).Diagnosis.Confidence);

    [Fact]
    public void Assess_CostsPointElsewhere_AsksAPerson()
    {
        var diagnosis = Loop.Costing("Amazon EC2", 40, 40, 480).Diagnosis;

        Assert.Equal((Confidence.Low, ActionRisk.High), (diagnosis.Confidence, diagnosis.Plan[0].Risk));
        Assert.Equal("it runs 96 times as often as usual, although the costs point to Amazon EC2", diagnosis.Plan[0].Because);
    }

    [Theory]
    [InlineData("region=us-west-2", "region us-west-2")]
    [InlineData("account=444455556666", "account 444455556666")]
    public void Assess_IncidentIsOfSomewhereElse_AsksAPerson(string resource, string place)
    {
        var diagnosis = Loop.Costing("AWS Lambda", 40, 40, 480).Naming("service=AWS Lambda", resource).Diagnosis;

        Assert.Equal((Confidence.Low, ActionRisk.High), (diagnosis.Confidence, diagnosis.Plan[0].Risk));
        Assert.Equal($"it runs 96 times as often as usual, although the incident is of {place}", diagnosis.Plan[0].Because);
        Assert.Equal($"But the incident is of {place}, and usage was looked at in account 111122223333, region eu-central-1 only.", diagnosis.Support[0]);
    }

    [Fact]
    public void Assess_IncidentIsOfHereAndElsewhere_IsOfHighConfidence() =>
        Assert.Equal(Confidence.High, Loop.Naming("service=AWS Lambda", "region=us-west-2", "region=eu-central-1", "account=111122223333").Diagnosis.Confidence);

    [Fact]
    public void Assess_SmallChangeSpikes_IsNoDriver() =>
        Holds(CostSpikeFindings.NoSpike, acts: false, Quiet.Costing("Amazon EC2", 1_000, 1_000, 1_000).Costing("AWS KMS", 1, 1, 20));

    [Fact]
    public void Assess_FunctionRunsMoreButNoMoreAtOnce_AsksAPerson()
    {
        var diagnosis = Quiet.Running("orders-export", 412_000, 4_300, concurrency: 4).Diagnosis;

        Assert.StartsWith("The Lambda function orders-export runs far more often than usual: 412,000 invocations", diagnosis.Summary);
        Assert.Equal((ActionRisk.High, "it runs 96 times as often as usual, but hardly more of it at once, so a limit may not help"), (diagnosis.Plan[0].Risk, diagnosis.Plan[0].Because));
    }

    [Fact]
    public void Assess_NewFunctionAndALargerLoop_TheLoopIsTheCause() =>
        Assert.StartsWith("The Lambda function orders-export is looping", Loop.Running("just-deployed", 2_000, 0, usualConcurrency: null).Diagnosis.Summary);

    [Fact]
    public void Assess_SeveralStandOut_TheOneThatTheCostsPointAtWins()
    {
        var both = Loop.Querying(Long, "SELECT 1");

        Holds(CostSpikeFindings.LoopingFunction, acts: true, both);
        Holds(CostSpikeFindings.RunawayQuery, acts: true, both.Costing("Amazon Redshift", 40, 40, 480));
        Holds(CostSpikeFindings.RunawayQuery, acts: true, both.Naming("service=Amazon Redshift"));
        Assert.Contains(both.Diagnosis.Support, sentence => sentence.StartsWith("Also: The Redshift statement", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_CostToldTwice_CountsTheLarger() =>
        Holds(CostSpikeFindings.SpikeOfService, acts: false, Quiet.Costing("Amazon EC2", 100, 100, 300).Costing("Amazon EC2", 0, 0, 0));

    [Fact]
    public void Assess_SourcesSilent_SaysWhy()
    {
        var evidence = new CostSpikeEvidence { Costs = Gathered<ServiceCost>.Without("AccessDenied:\u202E no ce:GetCostAndUsage") };

        var diagnosis = new Situation { Evidence = evidence }.Diagnosis;

        Assert.Equal((CostSpikeFindings.NothingSeen, true), (diagnosis.Finding, diagnosis.WorthTelling));
        Assert.Equal("Costs could not be seen: AccessDenied: no ce:GetCostAndUsage.", diagnosis.NotSeen[0]);
        Assert.Equal("Lambda functions were not gathered.", diagnosis.NotSeen[2]);
        Assert.DoesNotContain(diagnosis.NotSeen, sentence => sentence.StartsWith("Tenants", StringComparison.Ordinal));
        Assert.Contains("Tenants were not gathered.", new Situation { Evidence = evidence }.Guarded().Diagnosis.NotSeen);
    }

    [Fact]
    public void Assess_ADozenSituations_ReadAsVerified()
    {
        (string Name, Situation Situation)[] situations =
        [
            ("loop that the costs confirm", Loop.Costing("AWS Lambda", 40, 41, 39, 480).Budgeting("prod-monthly", "5000", "5200.00", "9100")),
            ("loop of a new function", Quiet.Running("orders-export", 412_000, 0, usualConcurrency: null)),
            ("loop, costs elsewhere", Loop.Costing("Amazon EC2", 40, 40, 480)),
            ("slow function", Quiet.Running("thumbnails", 900, 1_000, milliseconds: 61_000, usualMilliseconds: 2_000)),
            ("query that reads", Quiet.Querying(Long, "SELECT *\n  FROM sales a, sales b", name: "bi-dashboard")),
            ("query that writes", Quiet.Querying(Long, "CREATE TABLE t AS SELECT 1")),
            ("query without id", Quiet.Querying(Long, "SELECT 1", id: null, workgroup: "bi", cluster: null)),
            ("tenant", Quiet.Guarded().Serving("acme", 48_000, 4_000, 6_000)),
            ("tenant without quota", Quiet.Guarded().Serving("acme", 48_000, 4_000, null)),
            ("bucket", Quiet.Storing("raw-events", 1.2e12, 2e12, 3.6e12)),
            ("known job", Loop.Knowing("orders-export")),
            ("steady growth", Quiet.Costing("Amazon EC2", 1_000, 1_100, 1_200, 1_300)),
            ("spike of a service", Quiet.Costing("Amazon EC2", 100, 100, 434.5m).Using("Amazon EC2", "EUC1-BoxUsage:p4d", 60, 60, 390)),
            ("no spike", Quiet.Costing("Amazon EC2", 100, 101, 99)),
            ("usage seen, costs not", new Situation { Evidence = Quiet.Running("f", 10, 10).Evidence with { Costs = null } }),
            ("nothing seen", new Situation { Evidence = new CostSpikeEvidence() }),
        ];

        Snapshot.Match(string.Join("\n\n", situations.Select(row => $"{row.Name}\n{Table(row.Situation.Diagnosis)}")));
    }

    private static string Table(Diagnosis diagnosis) => string.Join('\n', (string[])
    [
        $"  {diagnosis.Finding}, {diagnosis.Confidence}",
        $"  {diagnosis.Summary}",
        .. diagnosis.Support.Select(sentence => $"  + {sentence}"),
        .. diagnosis.Plan.Select(proposed => $"  > {proposed.Action.Name} {proposed.Action.TargetArn}, {proposed.Risk} risk, because {proposed.Because}"),
    ]);

    private static void Holds(string finding, bool acts, Situation situation) =>
        Assert.Equal((finding, acts ? 1 : 0), (situation.Diagnosis.Finding, situation.Diagnosis.Plan.Length));

    private static (ActionRisk Risk, int Limit) Throttle(Situation situation)
    {
        var proposed = Assert.Single(situation.Diagnosis.Plan);
        return (proposed.Risk, Assert.IsType<ThrottleFunction>(proposed.Action).Limit);
    }
}
