using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Policy;
using static IncidentServerless.Domain.Tests.OnCall.Given;

namespace IncidentServerless.Domain.Tests.OnCall;

public class OnCallLevelsTests
{
    // The turn passes on Monday at 08:00Z.
    private static readonly DateTimeOffset HandOver = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    private static readonly IncidentPolicy Policy = new PolicyFile().Read() with
    {
        People = new Dictionary<string, Person> { ["ana"] = new("Ana Lima"), ["bo"] = new("Bo Berg"), ["cleo"] = new("Cleo Roy") },
        OnCall = new Dictionary<string, Schedule> { ["primary"] = Schedule(Stockholm, Weekly("2026-03-02", "ana", "bo")) },
    };

    [Theory]
    [InlineData(-1, "On-call engineer, Ana Lima", "cleo ana")]
    [InlineData(0, "On-call engineer, Bo Berg", "cleo bo")]
    [InlineData(-8 * 24 * 60, "On-call engineer, with nobody on call", "cleo")]
    public void At_OfALevelThatNamesASchedule_AddsWhoeverIsOnCallThen(int minutes, string notify, string people)
    {
        var level = OnCallLevels.At(Level("On-call engineer", "cleo"), Policy, HandOver.AddMinutes(minutes));

        Assert.Equal((notify, people), (level.Notify, string.Join(' ', level.People)));
    }

    [Fact]
    public void At_OfALevelThatNamesThePersonToo_TellsThePersonOnce() =>
        Assert.Equal(["bo"], OnCallLevels.At(Level("Engineer", "bo"), Policy, HandOver).People);

    [Fact]
    public void At_OfALevelWithoutASchedule_IsTheLevel()
    {
        var level = Level("Engineer", "bo") with { OnCall = null };

        Assert.Same(level, OnCallLevels.At(level, Policy, HandOver));
    }

    [Fact]
    public void At_OfALongName_KeepsWhoIsOnCall()
    {
        var level = OnCallLevels.At(Level(new string('n', 80)), Policy, HandOver);

        Assert.EndsWith("…, Bo Berg", level.Notify);
        Assert.InRange(level.Notify.Length, 0, 80);
    }

    [Fact]
    public void Policy_InWhichALevelNamesASchedule_HasBoth()
    {
        var policy = new PolicyFile().Read();

        Assert.Equal("primary", policy.OnCall[policy.Escalation[SeverityLevel.Sev1].Levels[0].OnCall!].Name);
        Assert.Equal(("Europe/Stockholm", 2, "A swap."), (policy.OnCall["primary"].Zone.Id, policy.OnCall["primary"].Layers.Count, policy.OnCall["primary"].Overrides[0].Why));
    }

    private static EscalationLevel Level(string notify, params string[] people) => new(notify, [Channel.Sns], people, TimeSpan.FromMinutes(5)) { OnCall = "primary" };
}
