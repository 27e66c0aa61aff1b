using CsCheck;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Responses.Slack;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses.Slack;

public sealed class SlackCommandTests
{
    private const string Id = "INC-20260302-AAAAAAAA";

    public static TheoryData<string, SlackCommand> Typed => new()
    {
        { "", new SlackCommand.Help(null) },
        { " help ", new SlackCommand.Help(null) },
        { "list", new SlackCommand.List() },
        { "show", new SlackCommand.Show(null) },
        { $"show {Id}", new SlackCommand.Show(Id) },
        { "SHOW inc-20260302-aaaaaaaa", new SlackCommand.Show(Id) },
        { "declare SEV2 Exports are empty", new SlackCommand.Declare(SeverityLevel.Sev2, "Exports are empty") },
        { "declare Exports are empty since sev2", new SlackCommand.Declare(null, "Exports are empty since sev2") },
        { $"ack {Id}", new SlackCommand.Act(ResponseAction.Acknowledge, Id, null, null, TakesOver: false) },
        { "take", new SlackCommand.Act(ResponseAction.Acknowledge, null, null, null, TakesOver: true) },
        { "escalate", new SlackCommand.Act(ResponseAction.Escalate, null, null, null, TakesOver: false) },
        { $"resolve {Id} database failed over", new SlackCommand.Act(ResponseAction.Resolve, Id, "database failed over", null, TakesOver: false) },
        { $"sev {Id} sev1 all tenants", new SlackCommand.Act(ResponseAction.Severity, Id, "all tenants", SeverityLevel.Sev1, TakesOver: false) },
        { $"sev SEV1 {Id}", new SlackCommand.Act(ResponseAction.Severity, Id, null, SeverityLevel.Sev1, TakesOver: false) },
        { $"note {Id} SEV1 was too much", new SlackCommand.Act(ResponseAction.Note, Id, "SEV1 was too much", null, TakesOver: false) },
        { $"false-alarm {Id} The load test ran", new SlackCommand.Act(ResponseAction.FalseAlarm, Id, "The load test ran", null, TakesOver: false) },
        { $"item {Id} Alarm on the role's changes", new SlackCommand.Act(ResponseAction.AddItem, Id, "Alarm on the role's changes", null, TakesOver: false) },
        { $"assign {Id} i2 Ana Lima 2026-12-31", new SlackCommand.Act(ResponseAction.AssignItem, Id, null, null, TakesOver: false) { About = "i2", Owner = "Ana Lima", Due = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero) } },
        { $"assign {Id} i2 2026-12-31", new SlackCommand.Act(ResponseAction.AssignItem, Id, null, null, TakesOver: false) { About = "i2", Due = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero) } },
        { $"done {Id} i2", new SlackCommand.Act(ResponseAction.FinishItem, Id, null, null, TakesOver: false) { About = "i2" } },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Command_Typed_IsWhatItSays(string text, SlackCommand command) => Assert.Equal(command, SlackCommand.Read(text));

    [Theory]
    [InlineData("declare", "Say what is wrong")]
    [InlineData("declare SEV1", "Say what is wrong")]
    [InlineData("false-alarm INC-20260302-AAAAAAAA", "why it was a false alarm")]
    [InlineData("sev INC-20260302-AAAAAAAA", "Say which severity")]
    [InlineData("sev INC-20260302-AAAAAAAA SEV5", "Say which severity")]
    [InlineData("sev SEV1", "Say which incident: /incident sev INC-…")]
    [InlineData("resolve It is over", "Say which incident: /incident resolve INC-…")]
    [InlineData("resolve handled with INC-20260302-AAAAAAAA", "Write the incident's number first, and the text after it.")]
    [InlineData("item INC-20260302-AAAAAAAA", "The follow-up item is empty")]
    [InlineData("assign INC-20260302-AAAAAAAA i1", "Say which follow-up item, whose it is, and by when")]
    [InlineData("assign INC-20260302-AAAAAAAA Ana", "Say which follow-up item, whose it is, and by when")]
    [InlineData("done INC-20260302-AAAAAAAA", "Say which follow-up item")]
    [InlineData("done i1", "Say which incident")]
    [InlineData("note", "The note is empty")]
    [InlineData("destroy everything", "There is no /incident destroy.")]
    public void Command_ThatLacksSomething_SaysWhat(string text, string fault) => Assert.Contains(fault, Assert.IsType<SlackCommand.Help>(SlackCommand.Read(text)).Fault);

    [Fact]
    public void Note_TooLong_IsNotCutButRefused() => Assert.Contains("at most 2000 are kept", Assert.IsType<SlackCommand.Help>(SlackCommand.Read($"note {new string('x', 2001)}")).Fault);

    [Fact]
    public void Command_AnyText_NeverThrows() => Hostile.Text.Sample(text =>
    {
        SlackCommand.Read(text);
        SlackCommand.Read($"note {text}");
        SlackCommand.Read($"declare {text}");
    });
}
