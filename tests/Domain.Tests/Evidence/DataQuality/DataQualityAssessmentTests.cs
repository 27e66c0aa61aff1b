using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.DataQuality;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence.DataQuality;

public class DataQualityAssessmentTests
{
    private const string Day = "bronze/orders/day=2026-03-02/";

    private static readonly DataQualityPolicy Policy = new(null, "silver", null, "lake", "dlq/", "reprocess");

    [Fact]
    public void Assess_ColumnsChangedShortlyBefore_NamesTheChangeAndTheRules()
    {
        var diagnosis = Assess(Failing("orders", "total_not_null", 900) with { Schemas = Gathered<TableChange>.Of(Change("orders", 120, ["id:string", "total:double"], ["id:string", "amount:double"])) });

        Assert.Equal((DataQualityFindings.SchemaChange, Confidence.High), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Contains("without amount:double; with total:double", diagnosis.Summary);
        Assert.Contains(diagnosis.Support, sentence => sentence.Contains("change the rules total_not_null of orders", StringComparison.Ordinal));
        Assert.Equal([(ActionKinds.ReprocessEntity, ActionRisk.High)], diagnosis.Plan.Select(proposed => (proposed.Action.Name, proposed.Risk)));
    }

    [Theory]
    [InlineData("customers", 120)]
    [InlineData("orders", 5_000)]
    public void Assess_ColumnsOfAnotherTableOrLongAgo_AreNoCause(string table, int minutesAgo) => Assert.Equal(
        DataQualityFindings.RuleFailures,
        Assess(Failing("orders", "total_not_null", 900) with { Schemas = Gathered<TableChange>.Of(Change(table, minutesAgo, ["a:int"], ["b:int"])) }).Finding);

    [Fact]
    public void Assess_TableTouchedWithTheSameColumns_IsNoChange() => Assert.Equal(
        DataQualityFindings.RuleFailures,
        Assess(Failing("orders", "total_not_null", 900) with { Schemas = Gathered<TableChange>.Of(Change("orders", 60, ["a:int", "b:int"], ["b:int", "a:int"])) }).Finding);

    [Fact]
    public void Assess_IssuesInOnePartition_QuarantinesItsObjectsThenReprocesses()
    {
        var diagnosis = Assess(Failing("orders", "total_not_null", 900) with { Objects = Gathered<BadObject>.Of(Bad(Day + "a.json", 600), Bad(Day + "b.json", 290), Bad("bronze/orders/day=2026-03-01/c.json", 10)) });

        Assert.Equal((DataQualityFindings.BadPartition, Confidence.High), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Equal([Day + "a.json", Day + "b.json"], Assert.IsType<QuarantineObjects>(diagnosis.Plan[0].Action).Keys.AsEnumerable());
        Assert.Equal(("orders", Day, true), (((ReprocessEntity)diagnosis.Plan[1].Action).Entity, ((ReprocessEntity)diagnosis.Plan[1].Action).Partition, diagnosis.Plan[1].FollowsTheOneBefore));
    }

    [Fact]
    public void Assess_IssuesInManyPartitions_AreNoBadPartition() => Assert.Equal(
        DataQualityFindings.RuleFailures,
        Assess(Failing("orders", "total_not_null", 900) with { Objects = Gathered<BadObject>.Of([.. Enumerable.Range(1, 9).Select(n => Bad($"bronze/orders/day=2026-02-0{n}/a.json", 100))]) }).Finding);

    [Theory]
    [InlineData("bronze/orders/day=2026-03-02/hour=0{0}/a.json", "bronze/orders/day=2026-03-02/")]
    [InlineData("bronze/orders/2026/03/02/0{0}/a.json", "bronze/orders/2026/03/02/")]
    [InlineData("bronze/orders/dt=20260302/region=eu-{0}/a.json", "bronze/orders/dt=20260302/")]
    public void Assess_IssuesInSeveralHoursOfADay_AreOfThatDay(string key, string day)
    {
        var diagnosis = Assess(Failing("orders", "total_not_null", 900) with { Objects = Gathered<BadObject>.Of([.. Enumerable.Range(1, 9).Select(n => Bad(key.Replace("{0}", $"{n}", StringComparison.Ordinal), 100))]) });

        Assert.Equal((DataQualityFindings.BadPartition, day), (diagnosis.Finding, diagnosis.Plan.Select(proposed => proposed.Action).OfType<ReprocessEntity>().Single().Partition));
        Assert.Equal(9, Assert.IsType<QuarantineObjects>(diagnosis.Plan[0].Action).Keys.Length);
    }

    [Fact]
    public void Assess_SourceThatRestsAtWeekends_IsNotSureThatItIsLate()
    {
        var diagnosis = Assess(new DataQualityEvidence { Volumes = Gathered<RecordVolume>.Of(new RecordVolume("orders", [0], [1000, 1000, 1000, 1000, 1000, 0])) });

        Assert.Equal((DataQualityFindings.VolumeAnomaly, Confidence.Low), (diagnosis.Finding, diagnosis.Confidence));
        Assert.EndsWith("and 1 day of the week before had as few.", diagnosis.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dlq/bronze/orders/a.json")]
    [InlineData("bronze/orders/../../secret/a.json")]
    [InlineData("bronze/orders/a b.json")]
    public void Assess_ObjectThatIsQuarantinedOrHasAnOddName_IsNotMoved(string key) =>
        Assert.DoesNotContain(Assess(Failing("orders", "x", 900) with { Objects = Gathered<BadObject>.Of(Bad(key, 900)) }).Plan, proposed => proposed.Action is QuarantineObjects);

    [Theory]
    [InlineData(10, 1000, DataQualityFindings.VolumeAnomaly)]
    [InlineData(0, 1000, DataQualityFindings.VolumeAnomaly)]
    [InlineData(2_500, 1000, DataQualityFindings.VolumeAnomaly)]
    [InlineData(900, 1000, DataQualityFindings.RuleFailures)]
    public void Assess_RecordsOfTheDay_AreComparedWithUsualOnes(double recent, double usual, string expected) => Assert.Equal(
        expected,
        Assess(Failing("orders", "row_count", 1) with { Volumes = Gathered<RecordVolume>.Of(new RecordVolume("orders", [recent], [usual, usual, usual])) }).Finding);

    [Fact]
    public void Assess_FewDaysToCompareWith_SaysNothingOfVolumes() => Assert.Equal(
        DataQualityFindings.RuleFailures,
        Assess(Failing("orders", "row_count", 1) with { Volumes = Gathered<RecordVolume>.Of(new RecordVolume("orders", [1], [1000, 1000])) }).Finding);

    [Fact]
    public void Assess_BadDelivery_HarmsDataAndARuleThatFailsDoesNot()
    {
        var rules = Failing("orders", "total_not_null", 900);
        var partition = Assess(rules with { Objects = Gathered<BadObject>.Of(Bad(Day + "a.json", 900)) });

        Assert.Equal((900, false), (Assess(rules).Impact!.Records, Assess(rules).Impact!.Data));
        Assert.Equal((900, true), (partition.Impact!.Records, partition.Impact.Data));
    }

    [Fact]
    public void Assess_NoIssueToday_WakesNobody() => Assert.False(Assess(new DataQualityEvidence { Issues = Gathered<IssueCount>.Of(new IssueCount("orders", "x", "0", "40")) }).WorthTelling);

    [Fact]
    public void Assess_WarehouseThatDoesNotAnswer_SaysWhatCouldNotBeSeen()
    {
        var diagnosis = Assess(new DataQualityEvidence { Issues = Gathered<IssueCount>.Without("the statement failed: relation \"data_quality_issues\" does not exist") });

        Assert.Equal(DataQualityFindings.NothingSeen, diagnosis.Finding);
        Assert.Contains(diagnosis.NotSeen, sentence => sentence.Contains("does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_AnyEvidenceInAnyOrderOrTwice_SaysTheSame() => Gen.Select(AnyEvidence, Gen.Int).Sample((evidence, seed) =>
    {
        var random = new Random(seed);
        var (one, two) = (Assess(evidence), Assess(evidence with { Issues = Mixed.Of(evidence.Issues, random), Objects = Mixed.Of(evidence.Objects, random), Schemas = Mixed.Of(evidence.Schemas, random), Volumes = Mixed.Of(evidence.Volumes, random) }));

        Assert.Equal((one.Finding, one.Summary, one.Confidence), (two.Finding, two.Summary, two.Confidence));
        Assert.Equal(one.Plan.Select(proposed => proposed.Action.LimitKey), two.Plan.Select(proposed => proposed.Action.LimitKey));
        Assert.InRange(one.Summary.Length, 1, 500);
    });

    [Fact]
    public void Assess_AnyEvidence_MovesOnlyObjectsThatAreBadAndNotMovedYet() => AnyEvidence.Sample(evidence =>
        Assert.All(Assess(evidence).Plan.Select(proposed => proposed.Action).OfType<QuarantineObjects>(), quarantine =>
        {
            Assert.InRange(quarantine.Keys.Length, 1, 100);
            Assert.All(quarantine.Keys, key => Assert.Contains(evidence.Objects!.Items, each => each.Key == key));
            Assert.DoesNotContain(quarantine.Keys, key => key.StartsWith("dlq/", StringComparison.Ordinal));
        }));

    [Fact]
    public void Assess_SourcesLeftOut_NeverBecomesSureOfSomethingElse() => AnyEvidence.Sample(evidence =>
    {
        var (whole, part) = (Assess(evidence), Assess(evidence with { Schemas = null, Volumes = null }));

        Assert.True(part.Confidence != Confidence.High || part.Finding == whole.Finding || whole.Finding is DataQualityFindings.SchemaChange);
    });

    [Fact]
    public void Assess_ObjectsOfOneFlatFolder_AreNoPartition()
    {
        var evidence = Failing("orders", "total_not_null", 2_000) with { Objects = Gathered<BadObject>.Of([.. Enumerable.Range(0, 20).Select(n => Bad($"bronze/orders/part-{n:000}.json", 100))]) };

        Assert.Equal((DataQualityFindings.RuleFailures, 0), (Assess(evidence).Finding, Assess(evidence).Plan.Length));
    }

    [Fact]
    public void Assess_PartitionThatExplainsAFifth_IsNotTheCause()
    {
        var evidence = new DataQualityEvidence
        {
            Issues = Gathered<IssueCount>.Of(new IssueCount("invoices", "currency_known", "4000", "0"), new IssueCount("orders", "total_not_null", "500", "0")),
            Objects = Gathered<BadObject>.Of(Bad(Day + "a.json", 900)),
        };

        Assert.Equal(DataQualityFindings.RuleFailures, Assess(evidence).Finding);
        Assert.Contains("currency_known of invoices", Assess(evidence).Summary);
    }

    [Fact]
    public void Assess_ColumnAddedWhileTheRuleFailedAllWeek_IsNotTheCause()
    {
        var evidence = new DataQualityEvidence
        {
            Issues = Gathered<IssueCount>.Of(new IssueCount("orders", "sku_known", "900", "5400")),
            Schemas = Gathered<TableChange>.Of(Change("orders", 30, ["id:string", "note:string"], ["id:string"])),
        };

        Assert.Equal(DataQualityFindings.RuleFailures, Assess(evidence).Finding);
    }

    private static readonly Gen<DataQualityEvidence> AnyEvidence = Gen.Select(
        Gen.Select(Pick.Of("orders", "customers", null!), Pick.Of("not_null", "count", null!), Gen.Int[0, 500]).Array[0, 5],
        Gen.Select(Pick.Of("a.json", Day + "a.json", Day + "b.json", "dlq/x/a.json", "x/../y", null!), Gen.Int[0, 500]).Array[0, 6],
        Gen.Select(Pick.Of("orders", "customers"), Gen.Int[-60, 4_000]).Array[0, 2],
        Gen.Select(Pick.Of("orders", "customers"), Gen.Double[-1, 3_000]).Array[0, 3],
        (issues, objects, tables, volumes) => new DataQualityEvidence
        {
            Issues = Gathered<IssueCount>.Of([.. issues.Select(each => new IssueCount(each.Item1, each.Item2, $"{each.Item3}", "0"))]),
            Objects = Gathered<BadObject>.Of([.. objects.Select(each => Bad(each.Item1, each.Item2))]),
            Schemas = Gathered<TableChange>.Of([.. tables.Select(each => Change(each.Item1, each.Item2, ["a:int"], ["b:int"]))]),
            Volumes = Gathered<RecordVolume>.Of([.. volumes.Select(each => new RecordVolume(each.Item1, [each.Item2, double.NaN], [1000, 900, 1100]))]),
        });

    private static DataQualityEvidence Failing(string entity, string rule, int today) => new() { Issues = Gathered<IssueCount>.Of(new IssueCount(entity, rule, $"{today}", "0")) };

    private static BadObject Bad(string? key, int issues) => new("orders", key, $"{issues}");

    private static TableChange Change(string table, int minutesAgo, string[] now, string[] before) => new(table, RunbookContextSample.Now.AddMinutes(-minutesAgo).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), now, before);

    private static Diagnosis Assess(DataQualityEvidence evidence) => DataQualityAssessment.Assess(evidence, RunbookContextSample.Of(RunbookNames.DataQuality), Policy);
}
