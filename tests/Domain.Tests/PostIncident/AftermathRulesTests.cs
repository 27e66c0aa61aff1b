using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.PostIncident;

/// <summary>Runbook 5.1: 24 hours summary, 48 hours draft post-mortem, 1 week remediation items prioritised, 2 weeks follow-up.</summary>
public sealed class AftermathRulesTests
{
    private static readonly IncidentPolicy Rules = Sample.Rules with { Aftermath = AftermathPolicy.Default with { Severities = [SeverityLevel.Sev1, SeverityLevel.Sev2], Owner = "ana" } };

    private static readonly IncidentEvent[] Over = [Opened(), new IncidentResolved(Ana, "fixed") { At = Noon }, new IncidentClosed { At = Noon }];

    [Theory]
    [InlineData(23.9, null)]
    [InlineData(24, AftermathStep.Summary)]
    public void Summary_IsDue_AfterADay(double hours, AftermathStep? step) => Assert.Equal(step, StepAt(hours, Over));

    [Theory]
    [InlineData(47, null)]
    [InlineData(48, AftermathStep.PostMortem)]
    public void PostMortem_IsDue_AfterTwoDays(double hours, AftermathStep? step) => Assert.Equal(step, StepAt(hours, [.. Over, Told(AftermathStep.Summary)]));

    [Theory]
    [InlineData(7 * 24 - 1, null)]
    [InlineData(7 * 24, AftermathStep.Priorities)]
    public void Priorities_AreDue_AfterAWeek(double hours, AftermathStep? step) => Assert.Equal(step, StepAt(hours, [.. Over, Told(AftermathStep.Summary), Told(AftermathStep.PostMortem)]));

    [Theory]
    [InlineData(14 * 24 - 1, null)]
    [InlineData(14 * 24, AftermathStep.FollowUp)]
    public void FollowUp_IsDue_AfterTwoWeeks(double hours, AftermathStep? step) =>
        Assert.Equal(step, StepAt(hours, [.. Over, Told(AftermathStep.Summary), Told(AftermathStep.PostMortem), Told(AftermathStep.Priorities)]));

    [Fact]
    public void Aftermath_WhenAllIsTold_Ends() =>
        Assert.IsType<AftermathDecision.Finish>(At(400, [.. Over, .. new[] { AftermathStep.Summary, AftermathStep.PostMortem, AftermathStep.Priorities, AftermathStep.FollowUp }.Select(Told)]));

    [Fact]
    public void Step_ThatNobodyToldInTime_IsToldLateAndInItsOrder() => Assert.Equal(AftermathStep.Summary, StepAt(30 * 24, Over));

    [Fact]
    public void Aftermath_OfAFalseAlarm_IsNone() => Assert.IsType<AftermathDecision.Finish>(At(30, [Opened(), new IncidentResolved(Ana, "the probe was broken") { At = Noon, FalseAlarm = true }]));

    [Fact]
    public void Aftermath_OfADryRun_IsNone() => Assert.IsType<AftermathDecision.Finish>(At(30, [OpenedForADryRun(), new IncidentResolved(null, "It was a dry run; nothing was changed.") { At = Noon }]));

    [Fact]
    public void Aftermath_OfASeverityThatPolicyDoesNotName_IsNone() => Assert.IsType<AftermathDecision.Finish>(At(30, [Opened(SeverityLevel.Sev3), new IncidentResolved(Ana, "fixed") { At = Noon }]));

    [Fact]
    public void Aftermath_OfAReopenedIncident_EndsAndBeginsAnewAfterItsNextEnd()
    {
        IncidentEvent[] again = [.. Over, Told(AftermathStep.Summary), new IncidentReopened(2, "fired again") { At = Noon.AddHours(25) }];

        Assert.IsType<AftermathDecision.Finish>(AftermathRules.Next(IncidentFold.Of(again)!, 1, Rules, Noon.AddHours(30)));
        Assert.IsType<AftermathDecision.Finish>(AftermathRules.Next(IncidentFold.Of(again)!, 2, Rules, Noon.AddHours(30)));
        var over = IncidentFold.Of([.. again, new IncidentResolved(Ana, "fixed") { At = Noon.AddHours(30) }])!;
        Assert.Equal(new AftermathDecision.Tell(AftermathStep.Summary, null), AftermathRules.Next(over, 2, Rules, Noon.AddHours(54)));
    }

    [Fact]
    public void Item_OverdueBetweenSteps_IsToldOnceItsDayIsOver()
    {
        IncidentEvent[] withItem = [.. Over, Told(AftermathStep.Summary), Told(AftermathStep.PostMortem), new ItemAdded(Item(due: Noon.Date.AddDays(3)), Ana) { At = Noon.AddHours(50) }];

        Assert.Null(StepAt(3 * 24, withItem));
        Assert.Equal(new AftermathDecision.Tell(AftermathStep.Overdue, "i1"), At(4 * 24, withItem));
        Assert.Null(StepAt(4 * 24, [.. withItem, new AftermathTold(AftermathStep.Overdue, "i1", []) { At = Noon.AddDays(4) }]));
        Assert.Null(StepAt(4 * 24, [.. withItem, new ItemDone(Item(due: Noon.Date.AddDays(3)) with { DoneAt = Noon.AddDays(3) }, Ana) { At = Noon.AddDays(3) }]));
    }

    [Fact]
    public void Item_GivenAnotherDay_CanBecomeOverdueAgain()
    {
        IncidentEvent[] reminded =
        [
            .. Over, Told(AftermathStep.Summary), Told(AftermathStep.PostMortem),
            new ItemAdded(Item(due: Noon.Date.AddDays(3)), Ana) { At = Noon.AddHours(50) },
            new AftermathTold(AftermathStep.Overdue, "i1", []) { At = Noon.AddDays(4) },
        ];
        var assigned = Assert.IsType<ItemAssigned>(Assert.Single(Given.Events(reminded).When(new AssignItem { IncidentId = Id, At = Noon.AddDays(4), CommandId = "1", By = Ana, ItemId = "i1", Due = new(Noon.Date.AddDays(5), TimeSpan.Zero) }).Events));

        Assert.Equal(new AftermathDecision.Tell(AftermathStep.Overdue, "i1"), At(6.5 * 24, [.. reminded, assigned]));
    }

    [Fact]
    public void Wait_BetweenSteps_EndsWithTheNextOrAfterADay()
    {
        Assert.Equal(3600, Assert.IsType<AftermathDecision.Hold>(At(23, Over)).Wait.Seconds);
        Assert.Equal(86_400, Assert.IsType<AftermathDecision.Hold>(At(50, [.. Over, Told(AftermathStep.Summary), Told(AftermathStep.PostMortem)])).Wait.Seconds);
    }

    [Fact]
    public void Step_RecordedTwice_IsOneEvent()
    {
        var told = new RecordAftermath { IncidentId = Id, At = Noon.AddDays(1), CommandId = "1", Generation = 1, Step = AftermathStep.Summary, DecidedAt = Noon.AddDays(1), Deliveries = [] };

        Given.Events(Over).Under(Rules).When(told).Then(new AftermathTold(AftermathStep.Summary, null, []) { At = Noon.AddDays(1) });
        Given.Events([.. Over, Told(AftermathStep.Summary)]).Under(Rules).When(told).ThenNothing();
    }

    [Fact]
    public void Items_MoreThanAreKept_AreRefused()
    {
        IncidentEvent[] full = [.. Over, .. Enumerable.Range(1, FollowUpItem.Most).Select(number => new ItemAdded(new FollowUpItem($"i{number}", "x", null, null), Ana) { At = Noon })];

        Given.Events(full).When(new AddItem { IncidentId = Id, At = Noon, CommandId = "1", By = Ana, Text = "one more" }).ThenNothing();
    }

    [Fact]
    public void Item_Done_IsDoneOnceAndKeepsWhatItWas()
    {
        var done = new FinishItem { IncidentId = Id, At = Noon.AddDays(2), CommandId = "1", By = Ana, ItemId = "i1" };
        var item = Item(due: null);

        Given.Events([.. Over, new ItemAdded(item, Ana) { At = Noon }]).When(done).Then(new ItemDone(item with { DoneAt = Noon.AddDays(2) }, Ana) { At = Noon.AddDays(2) });
        Given.Events([.. Over, new ItemAdded(item with { DoneAt = Noon }, Ana) { At = Noon }]).When(done).ThenNothing();
        Given.Events(Over).When(done).ThenNothing();
    }

    private static FollowUpItem Item(DateTime? due) => new("i1", "Alarm on the pool", "Ana", due is { } day ? new(day, TimeSpan.Zero) : null);

    private static AftermathTold Told(AftermathStep step) => new(step, null, []) { At = Noon };

    private static AftermathDecision At(double hours, IEnumerable<IncidentEvent> events) => AftermathRules.Next(IncidentFold.Of(events)!, 1, Rules, Noon.AddHours(hours));

    private static AftermathStep? StepAt(double hours, IEnumerable<IncidentEvent> events) => (At(hours, events) as AftermathDecision.Tell)?.Step;
}
