using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Responses.Slack;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Responses.Slack;

public sealed class SlackAnswerTests
{
    private static readonly SlackMember Bo = new("U024BE7LH", "bo", "bo", "Bo Lindqvist");
    private static readonly SlackMember Carl = new("U0CARL003", "carl", null, null);

    [Fact]
    public void Show_OfAnIncident_ReadsAsVerified() => Snapshot.Match(Readable.Json(JsonNode.Parse(SlackAnswer.Show(View(), "https://respond.example/?link=abc").Json())!));

    [Fact]
    public void List_OfSeveral_IsWorstFirst()
    {
        var mild = View().Incident with { Id = "INC-20261123-BBBBBBBB", Severity = SeverityLevel.Sev3, Title = "Reports are late" };

        Assert.Equal(
            """
            2 incidents are active:
            INC-20261123-AB12CD34 SEV1 Open, 5 min ago: connector-partner-central: errors above 5 % & rising
            INC-20261123-BBBBBBBB SEV3 Open, 5 min ago: Reports are late
            More: /incident show INC-…
            """,
            SlackAnswer.List([mild, View().Incident], 0, Samples.At(5)).Text);
    }

    [Theory]
    [InlineData("bo", "")]
    [InlineData("Bo Lindqvist", "")]
    [InlineData("Bo Lindquist", " Policy knows nobody called Bo Lindquist, so no reminder will reach them: tell them yourself, or assign it again by a name that it knows.")]
    public void Assign_ToSomebodyWhomThePolicyDoesNotKnow_SaysThatNoReminderReachesThem(string owner, string warning)
    {
        var by = new Actor("Bo Lindqvist", "Slack", Proven: true);
        var view = View() with { People = new Dictionary<string, Person> { ["bo"] = new("Bo Lindqvist") } };
        view = view with { Timeline = [.. view.Timeline, new ItemAssigned(new FollowUpItem("i1", "Alarm on it", owner, null), by) { At = view.Now }] };

        var answer = SlackAnswer.Done(view, new AssignItem { IncidentId = view.Incident.Id, At = view.Now, CommandId = "1", By = by, ItemId = "i1", Owner = owner });

        Assert.EndsWith($"Done: the follow-up item is assigned.{warning}", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_AnyIncident_KeepsSlacksRules() => Gen.Select(Hostile.Text, Hostile.Text).Sample((title, reason) =>
    {
        var view = View();
        var incident = view.Incident with { Title = title, Reason = reason, Description = reason };
        var answer = JsonNode.Parse(SlackAnswer.Show(view with { Incident = incident }, null).Json())!;

        Assert.Equal("ephemeral", answer["response_type"]!.ToString());
        var text = answer["blocks"]![0]!["text"]!["text"]!.ToString();
        Assert.InRange(text.Length, 1, 3000);
        Assert.DoesNotContain('<', text);
        Assert.InRange(answer["blocks"]![1]!["elements"]!.AsArray().Count, 1, 25);
    });

    [Fact]
    public void Member_OfThePolicysPeople_MayResolve() =>
        Assert.Equal(new Actor("Bo Lindqvist", "Slack", Proven: true), Assert.IsType<Resolve>(Accepted(Bo, ResponseAction.Resolve)).By);

    [Fact]
    public void Member_WhomThePolicyDoesNotKnow_MayAcknowledgeUnderTheirOwnName() =>
        Assert.Equal(new Actor("carl", "Slack (U0CARL003)", Proven: true), Assert.IsType<Acknowledge>(Accepted(Carl, ResponseAction.Acknowledge)).By);

    [Theory]
    [InlineData(ResponseAction.Resolve)]
    [InlineData(ResponseAction.Severity)]
    [InlineData(ResponseAction.Approve)]
    [InlineData(ResponseAction.Escalate)]
    public void Member_WhomThePolicyDoesNotKnow_IsToldHowToBeKnown(ResponseAction action)
    {
        var refused = Assert.IsType<DeedRefused>(Decide(Carl, action));

        Assert.Contains("adds \"slack\": \"U0CARL003\" to your entry under people", refused.Sentence);
    }

    [Fact]
    public void Member_WhoIsNoApprover_MayNotApprove() =>
        Assert.Contains("is not among the people who may decide about actions", Assert.IsType<DeedRefused>(Decide(Bo with { PersonId = "ana", PersonName = "Ana" }, ResponseAction.Approve)).Sentence);

    [Fact]
    public void Deed_OfTheSameTrigger_IsTheSameCommand()
    {
        Assert.Equal(Accepted(Bo, ResponseAction.Resolve).CommandId, Accepted(Bo, ResponseAction.Resolve).CommandId);
        Assert.NotEqual(Accepted(Bo, ResponseAction.Resolve).CommandId, Accepted(Bo, ResponseAction.Resolve, "other").CommandId);
    }

    private static IncidentView View() => new()
    {
        Incident = Links.View(Links.Bo, 5).Incident,
        Timeline = [Samples.Opening],
        Severity = Samples.PlatformDown,
        Escalation = Samples.Pages,
        Now = Samples.At(5),
    };

    private static IncidentCommand Accepted(SlackMember who, ResponseAction action, string once = "once") => Assert.IsType<DeedAccepted>(Decide(who, action, once)).Command;

    private static ResponseDecision Decide(SlackMember who, ResponseAction action, string once = "once") => ResponseDecision.Decide(
        who, $"slack {once}", new ResponseDeed(action, null, "text", 1, once, action == ResponseAction.Approve ? "a1" : null) { To = SeverityLevel.Sev2 }, View().Incident, ["bo"], Samples.At(5));
}
