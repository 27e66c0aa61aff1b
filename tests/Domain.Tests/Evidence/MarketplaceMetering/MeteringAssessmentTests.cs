using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.MarketplaceMetering;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence.MarketplaceMetering;

public class MeteringAssessmentTests
{
    private static readonly MeteringPolicy Policy = new(new DataApiDatabase("arn:aws:rds:eu-central-1:111122223333:cluster:billing", "arn:secret", "billing"), "abc123", ["api_calls", "storage_gb"]);

    [Theory]
    [InlineData("ThrottlingException", 60, "api_calls", MeteringFindings.Transient)]
    [InlineData("InternalServiceErrorException", 60, "api_calls", MeteringFindings.Transient)]
    [InlineData(null, 60, "api_calls", MeteringFindings.Transient)]
    [InlineData("TimestampOutOfBoundsException", 60, "api_calls", MeteringFindings.Transient)]
    [InlineData("TimestampOutOfBoundsException", 400, "api_calls", MeteringFindings.OutsideWindow)]
    [InlineData("ThrottlingException", 361, "api_calls", MeteringFindings.OutsideWindow)]
    [InlineData("ThrottlingException", -5, "api_calls", MeteringFindings.OutsideWindow)]
    [InlineData("InvalidUsageDimensionException", 60, "api_calls", MeteringFindings.UnknownDimension)]
    [InlineData("ThrottlingException", 60, "seats", MeteringFindings.UnknownDimension)]
    [InlineData("CustomerNotEntitledException", 60, "api_calls", MeteringFindings.NoEntitlement)]
    [InlineData("CustomerNotSubscribed", 60, "api_calls", MeteringFindings.NoEntitlement)]
    [InlineData("DuplicateRequestException", 60, "api_calls", MeteringFindings.AlreadyMetered)]
    [InlineData("InvalidProductCodeException", 60, "api_calls", MeteringFindings.Refused)]
    [InlineData("ValidationException: Quantity must be less than or equal to 1500", 60, "api_calls", MeteringFindings.Refused)]
    [InlineData("Quantity 1500 is above the limit", 60, "api_calls", MeteringFindings.Refused)]
    [InlineData("HTTP 503", 60, "api_calls", MeteringFindings.Transient)]
    [InlineData("500", 60, "api_calls", MeteringFindings.Transient)]
    [InlineData("SdkClientException: Unable to execute HTTP request: Connection reset", 60, "api_calls", MeteringFindings.Transient)]
    public void Assess_RowThatFailed_IsToldApartByItsErrorItsTimeAndItsDimension(string? error, int minutesAgo, string dimension, string expected) =>
        Assert.Equal(expected, Assess(Row("1", error: error, minutesAgo: minutesAgo, dimension: dimension)).Finding);

    [Theory]
    [InlineData(355, true)]
    [InlineData(361, false)]
    public void Assess_RowInTheLastMinutesOfTheSixHours_SaysThatItIsTakenStill(int minutesAgo, bool taken) =>
        Assert.Equal(taken, Assess(Row("1", minutesAgo: minutesAgo)).Support.Any(sentence => sentence.StartsWith("1 row of those outside the six hours would be taken for some minutes more", StringComparison.Ordinal)));

    [Fact]
    public void Assess_Transient_IsSentAgain()
    {
        var action = Resubmitted(Assess(Row("1"), Row("2", customer: "globex")));

        Assert.Equal((2, "abc123", "billing"), (action.BlastRadius, action.TargetName, action.Database));
    }

    [Fact]
    public void Assess_SameCustomerDimensionAndHour_IsOneRecordForBothRows() =>
        Assert.Equal(["1,2"], Resubmitted(Assess(Row("1", minutesAgo: 70), Row("2", minutesAgo: 61))).Records.Select(record => record.Ids));

    [Fact]
    public void Assess_SameHourWithOtherQuantities_IsForPeople()
    {
        var diagnosis = Assess(Row("1", quantity: "5", minutesAgo: 70), Row("2", quantity: "6", minutesAgo: 65));

        Assert.Empty(diagnosis.Plan);
        Assert.Contains(diagnosis.Support, sentence => sentence.Contains("different quantities", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_HourThatWasSentAlready_IsNeverSentAgain() => Assert.Empty(Assess(Row("1") with { Metered = true }).Plan);

    [Fact]
    public void Assess_DimensionThatDiffersInSpellingOnly_IsCorrectedAndAsked()
    {
        var diagnosis = Assess(Row("1", error: "InvalidUsageDimensionException", dimension: "API-Calls"));

        Assert.Equal("api_calls", Resubmitted(diagnosis).Records[0].Dimension);
        Assert.Equal(ActionRisk.High, diagnosis.Plan[0].Risk);
    }

    [Fact]
    public void Assess_CustomerWhoseEntitlementEnded_IsNotSent()
    {
        var evidence = Evidence(Row("1"), Row("2", customer: "globex")) with
        {
            Entitlements = Gathered<EntitlementRow>.Of(new EntitlementRow("acme", "api_calls", "2026-02-01T00:00:00Z"), new EntitlementRow("globex", "api_calls", null)),
        };

        var diagnosis = Assess(evidence);

        Assert.Equal((MeteringFindings.NoEntitlement, "globex"), (diagnosis.Finding, Resubmitted(diagnosis).Records.Single().Customer));
        Assert.Contains(diagnosis.Support, sentence => sentence.Contains("customers acme", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_EntitlementThatNamesNoCustomer_LeavesOpenWhoseItIs() => Assert.Equal(
        MeteringFindings.Transient,
        Assess(Evidence(Row("1")) with { Entitlements = Gathered<EntitlementRow>.Of(new EntitlementRow("globex", "api_calls", null), new EntitlementRow(null, null, null)) }).Finding);

    [Fact]
    public void Assess_ProductWithoutAnyEntitlement_SaysNothingOfCustomers() =>
        Assert.Equal(MeteringFindings.Transient, Assess(Evidence(Row("1")) with { Entitlements = Gathered<EntitlementRow>.Of() }).Finding);

    [Theory]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData(null)]
    public void Assess_QuantityThatTheMarketplaceDoesNotTake_IsNotSent(string? quantity) => Assert.Empty(Assess(Row("1", quantity: quantity)).Plan);

    [Fact]
    public void Assess_MoreThanAHundredRecords_SendsAHundred() =>
        Assert.Equal(100, Resubmitted(Assess([.. Enumerable.Range(0, 150).Select(n => Row($"{n}", customer: $"c{n}"))])).Records.Length);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void Assess_AsManyRowsAsAreAskedFor_SaysThatThereMayBeMore(int rows, bool more) =>
        Assert.Equal(more, Assess([.. Enumerable.Range(0, rows).Select(n => Row($"{n}"))]).NotSeen.Any(sentence => sentence.StartsWith("More may have failed", StringComparison.Ordinal)));

    [Fact]
    public void Assess_NoRows_WakesNobody() => Assert.False(Assess(new MeteringEvidence { Failures = Gathered<MeterRow>.Of() }).WorthTelling);

    [Fact]
    public void Assess_RowsThatCouldNotBeSeen_SaysSo() =>
        Assert.Equal(MeteringFindings.NothingSeen, Assess(new MeteringEvidence { Failures = Gathered<MeterRow>.Without("RdsData.ForbiddenException") }).Finding);

    /// <summary>The rule that must always hold: nothing is billed twice, whatever rows there are, in whatever order and however often told.</summary>
    [Fact]
    public void Assess_AnyRows_SendsACustomerDimensionAndHourOnceAndNeverOneThatWasSent() => AnyRows.Sample(rows =>
    {
        var diagnosis = Assess(rows);
        if (diagnosis.Plan.IsEmpty)
        {
            return;
        }

        var records = Resubmitted(diagnosis).Records;
        var ids = records.SelectMany(record => record.Ids.Split(',')).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.Equal(records.Length, records.Select(record => (record.Customer, record.Dimension, record.At.UtcDateTime.Date, record.At.UtcDateTime.Hour)).Distinct().Count());
        Assert.All(ids, id => Assert.DoesNotContain(rows, row => row.Id == id && row.Metered == true));
        Assert.All(records, record => Assert.InRange((RunbookContextSample.Now - record.At).TotalHours, 0, 6));
    });

    [Fact]
    public void Assess_AnyRowsInAnyOrderOrTwice_SaysTheSame() => Gen.Select(AnyRows, Gen.Int).Sample((rows, seed) =>
    {
        var evidence = Evidence(rows);
        var (one, two) = (Assess(evidence), Assess(evidence with { Failures = Mixed.Of(evidence.Failures, new Random(seed)) }));

        Assert.Equal((one.Finding, one.Summary, one.Confidence), (two.Finding, two.Summary, two.Confidence));
        Assert.Equal(one.Plan.SelectMany(proposed => ((ResubmitUsage)proposed.Action).Records), two.Plan.SelectMany(proposed => ((ResubmitUsage)proposed.Action).Records));
        Assert.InRange(one.Summary.Length, 1, 500);
    });

    private static readonly Gen<MeterRow[]> AnyRows = Gen.Select(
        Pick.Of("1", "2", "3", "4,5", "", null!), Pick.Of("acme", "globex", null!), Pick.Of("api_calls", "API-Calls", "seats", null!), Pick.Of("5", "6", "x"), Pick.Of("ThrottlingException", "CustomerNotEntitled", "Duplicate", null!), Gen.Int[-30, 400], Pick.Of<bool?>(true, false, null),
        (id, customer, dimension, quantity, error, minutes, metered) => Row(id, customer, dimension, quantity, error, minutes) with { Metered = metered }).Array[0, 8];

    private static MeterRow Row(string? id, string? customer = "acme", string? dimension = "api_calls", string? quantity = "5", string? error = "ThrottlingException", int minutesAgo = 60) =>
        new(id, customer, dimension, quantity, RunbookContextSample.Now.AddMinutes(-minutesAgo).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), error, false);

    private static MeteringEvidence Evidence(params MeterRow[] rows) => new() { Failures = Gathered<MeterRow>.Of([.. rows]) };

    private static ResubmitUsage Resubmitted(Diagnosis diagnosis) => Assert.IsType<ResubmitUsage>(Assert.Single(diagnosis.Plan).Action);

    private static Diagnosis Assess(params MeterRow[] rows) => Assess(Evidence(rows));

    private static Diagnosis Assess(MeteringEvidence evidence) => MeteringAssessment.Assess(evidence, RunbookContextSample.Of(RunbookNames.MarketplaceMetering), Policy);
}
