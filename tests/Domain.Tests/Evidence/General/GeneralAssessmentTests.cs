using System.Globalization;
using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.General;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Tests.Evidence.CostSpike;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Evidence.General;

public class GeneralAssessmentTests
{
    private static readonly RunbookContext Context = Given.Context with { Resources = ["arn:aws:cloudwatch:eu-central-1:111122223333:alarm:checkout-5xx"] };

    private static readonly GeneralEvidence Quiet = new()
    {
        Alarms = Gathered<AlarmTurn>.Of(),
        Stacks = Gathered<StackChange>.Of(),
        Functions = Gathered<FunctionChange>.Of(),
        Deployments = Gathered<ServiceDeployment>.Of(),
    };

    [Fact]
    public void Assess_StackUpdatedShortlyBefore_NamesIt()
    {
        var diagnosis = Assess(Stacks(("checkout", -19, "UPDATE_COMPLETE")));

        Assert.Equal((GeneralFindings.RecentChange, Confidence.Medium, true), (diagnosis.Finding, diagnosis.Confidence, diagnosis.WorthTelling));
        Assert.Equal("Stack checkout was updated at 08:41 UTC, 19 min before it began. Only the time connects them.", diagnosis.Summary);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", "Stack checkout was changed and rolled back (UPDATE_ROLLBACK_COMPLETE) at ")]
    [InlineData("CREATE_FAILED", "Stack checkout was changed and failed (CREATE_FAILED) at ")]
    [InlineData("CREATE_COMPLETE", "Stack checkout was created at ")]
    [InlineData("UPDATE_IN_PROGRESS", "Stack checkout began to change (UPDATE_IN_PROGRESS) at ")]
    public void Assess_Stack_SaysHowItWent(string status, string beginning) =>
        Assert.StartsWith(beginning, Assess(Stacks(("checkout", -19, status))).Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("orders", "UpdateFunctionCode20150331v2", "Function orders got new code at 08:50 UTC, 10 min before it began.")]
    [InlineData("arn:aws:lambda:eu-central-1:111122223333:function:orders", "UpdateFunctionConfiguration20150331v2", "Function orders got new settings at ")]
    [InlineData("arn:aws:lambda:eu-central-1:111122223333:function:orders:7", "PublishVersion20150331", "Function orders got a new version at ")]
    [InlineData("orders:live", "UpdateAlias20150331", "An alias of function orders was changed at ")]
    [InlineData("orders", null, "Function orders was changed at ")]
    public void Assess_Function_SaysWhatWasChanged(string function, string? call, string beginning) =>
        Assert.StartsWith(
            beginning,
            Assess(Quiet with { Functions = Gathered<FunctionChange>.Of(new FunctionChange(function, "2026-03-09T08:50:00Z", call)) }).Summary,
            StringComparison.Ordinal);

    [Fact]
    public void Assess_DeploymentFailed_SaysSo() =>
        Assert.StartsWith(
            "A deployment of service checkout on cluster prod, which failed, began at 08:30 UTC, 30 min before it began.",
            Assess(Quiet with { Deployments = Gathered<ServiceDeployment>.Of(new ServiceDeployment("arn:aws:ecs:eu-central-1:111122223333:cluster/prod", "checkout", At(-30), "FAILED")) }).Summary,
            StringComparison.Ordinal);

    [Fact]
    public void Assess_SeveralChanges_TheNearestFirst()
    {
        var diagnosis = Assess(Stacks(("far", -300, "UPDATE_COMPLETE"), ("after", 5, "UPDATE_COMPLETE"), ("near", -7, "UPDATE_COMPLETE")));

        Assert.StartsWith("Stack after was updated at 09:05 UTC, 5 min after it began.", diagnosis.Summary, StringComparison.Ordinal);
        Assert.Equal(Confidence.Low, diagnosis.Confidence);
        Assert.Equal(["Stack near", "Stack far "], diagnosis.Support.Select(sentence => sentence[..10]));
    }

    [Fact]
    public void Assess_ChangedMoreThanADayBefore_IsNothing()
    {
        var diagnosis = Assess(Stacks(("checkout", -1_441, "UPDATE_COMPLETE")));

        Assert.Equal((GeneralFindings.NothingChanged, false), (diagnosis.Finding, diagnosis.WorthTelling));
    }

    [Fact]
    public void Assess_SuitesOwnStack_IsLeftOut() =>
        Assert.Equal(GeneralFindings.NothingChanged, Assess(Stacks(("IncidentServerless-Prod", -19, "UPDATE_COMPLETE"))).Finding);

    [Theory]
    [InlineData("database-cpu", -10, "Alarm updated from OK to ALARM", GeneralFindings.OtherAlarms)]
    [InlineData("database-cpu", -61, "Alarm updated from OK to ALARM", GeneralFindings.NothingChanged)]
    [InlineData("database-cpu", -10, "Alarm updated from ALARM to OK", GeneralFindings.NothingChanged)]
    [InlineData("checkout-5xx", -10, "Alarm updated from OK to ALARM", GeneralFindings.NothingChanged)]
    [InlineData("IncidentServerless-dlq", -10, "Alarm updated from OK to ALARM", GeneralFindings.NothingChanged)]
    public void Assess_Alarm_CountsWhenItIsAnotherAndWentOff(string alarm, int minutes, string what, string finding) =>
        Assert.Equal(finding, Assess(Quiet with { Alarms = Gathered<AlarmTurn>.Of(new AlarmTurn(alarm, At(minutes), what)) }).Finding);

    [Fact]
    public void Assess_NothingGathered_SaysSoAndWakesNobody()
    {
        var diagnosis = Assess(new GeneralEvidence());

        Assert.Equal((GeneralFindings.NothingSeen, false), (diagnosis.Finding, diagnosis.WorthTelling));
        Assert.Equal(["Alarms were not gathered.", "Stacks were not gathered.", "Functions were not gathered.", "Deployments were not gathered."], diagnosis.NotSeen.AsEnumerable());
    }

    [Fact]
    public void Assess_HostileEvidence_HoldsItsPromisesInAnyOrder() => Gen.Select(Hostile.Texts, Gen.Int).Sample(
        (texts, seed) =>
        {
            var random = new Random(seed);
            string?[] words = [null, At(-5), At(3), "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "UPDATE_COMPLETE", "FAILED", "to ALARM", .. texts];
            string? Word() => words[random.Next(words.Length)];
            Gathered<T> Some<T>(Func<T> one)
                where T : class => Gathered<T>.Of([.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(9) == 0 ? null! : one())]);
            var evidence = new GeneralEvidence
            {
                Alarms = Some(() => new AlarmTurn(Word(), Word(), Word())),
                Stacks = Some(() => new StackChange(Word(), Word(), Word())),
                Functions = Some(() => new FunctionChange(Word(), Word(), Word())),
                Deployments = Some(() => new ServiceDeployment(Word(), Word(), Word(), Word())),
            };
            var turned = new GeneralEvidence
            {
                Alarms = Turned(evidence.Alarms),
                Stacks = Turned(evidence.Stacks),
                Functions = Turned(evidence.Functions),
                Deployments = Turned(evidence.Deployments),
            };

            var diagnosis = Assess(evidence);

            CostSpikePropertyTests.Promises(diagnosis);
            Assert.Empty(diagnosis.Plan);
            Assert.Equal((diagnosis.Summary, string.Join('\n', diagnosis.Support)), (Assess(turned).Summary, string.Join('\n', Assess(turned).Support)));
        },
        iter: 2_000);

    private static Gathered<T> Turned<T>(Gathered<T> source) => Gathered<T>.Of([.. source.Items.Reverse()]);

    private static Diagnosis Assess(GeneralEvidence evidence) => GeneralAssessment.Assess(evidence, Context);

    private static GeneralEvidence Stacks(params (string Name, int Minutes, string Status)[] stacks) =>
        Quiet with { Stacks = Gathered<StackChange>.Of([.. stacks.Select(row => new StackChange(row.Name, At(row.Minutes), row.Status))]) };

    private static string At(int minutes) => Given.Now.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
