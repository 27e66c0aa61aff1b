using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Tests.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Responses;

/// <summary>What the incident page offers about actions, and what becomes of it.</summary>
public class ActionResponseTests
{
    private static readonly string[] Approvers = ["bo"];

    [Fact]
    public void Page_ActionToApprove_OffersItToAnApprover() => Snapshot.Match(Body(ResponsePage.Show(View(Links.Bo, 5, [.. News.ToApprove]))));

    [Fact]
    public void Page_ActionToApprove_OffersNothingToAChannel()
    {
        var html = ResponsePage.Show(View(Links.Topic, 5, [.. News.ToApprove])).Html;

        Assert.Contains("Only the personal link of an approver can decide about it.", html);
        Assert.DoesNotContain("Approve: ", html);
        Assert.DoesNotContain("value=\"approve\"", html);
    }

    [Fact]
    public void Page_PersonWhoIsNoApprover_IsOfferedNothing() =>
        Assert.DoesNotContain("Approve: ", ResponsePage.Show(View(Links.Bo with { Subject = "ana", DisplayName = "Ana" }, 5, [.. News.ToApprove])).Html);

    [Fact]
    public void Page_TimeToApproveIsOver_OffersToRefuseOnly()
    {
        var html = ResponsePage.Show(View(Links.Bo, 31, [.. News.ToApprove])).Html;

        Assert.DoesNotContain("Approve: ", html);
        Assert.Contains("Refuse: leave it to people", html);
    }

    [Fact]
    public void Page_ActionInPlace_CanBeUndoneWithinItsTime()
    {
        Assert.Contains("<button>Undo: ", ResponsePage.Show(View(Links.Bo, 20, [.. News.Verified])).Html);
        Assert.DoesNotContain("<button>Undo: ", ResponsePage.Show(View(Links.Bo, 4 + (24 * 60), [.. News.Verified])).Html);
    }

    [Fact]
    public void Approve_ByAnApprover_IsTheirCommand()
    {
        var command = Assert.IsType<ApproveAction>(Assert.IsType<DeedAccepted>(Decide(Links.Bo, ResponseAction.Approve)).Command);

        Assert.Equal(("a1", Samples.Bo, Samples.At(5)), (command.ActionId, command.By, command.At));
        Assert.IsType<RefuseAction>(Assert.IsType<DeedAccepted>(Decide(Links.Bo, ResponseAction.Refuse)).Command);
        Assert.IsType<UndoAction>(Assert.IsType<DeedAccepted>(Decide(Links.Bo, ResponseAction.Undo)).Command);
    }

    [Theory]
    [InlineData(ResponseAction.Approve)]
    [InlineData(ResponseAction.Refuse)]
    [InlineData(ResponseAction.Undo)]
    public void Decide_WhoMayNot_IsRefused(ResponseAction action)
    {
        Assert.Equal(
            new DeedRefused(403, "Ana is not among the people who may decide about actions (remediation.approvers in the policy). Nothing was changed."),
            Decide(Links.Bo with { Subject = "ana", DisplayName = "Ana" }, action));
        Assert.Equal(403, Assert.IsType<DeedRefused>(Decide(Links.Topic, action)).Status);
        var gone = Assert.IsType<DeedRefused>(Decide(Links.Bo, action, "a2"));
        Assert.Equal((409, "There is no such action any more. Nothing was changed."), (gone.Status, gone.Sentence));
    }

    [Fact]
    public void Overtaken_Decisions_SayWhatStands()
    {
        Assert.Equal("Nothing was changed: Ana (name not verified) refused it.", After(Approve(5), new ActionRefused("a1", Remediating.Throttle, Samples.Ana, null) { At = Samples.At(4) }));
        Assert.Equal("Nothing was changed: nobody approved it in time.", After(Approve(40), new ApprovalExpired("a1", Remediating.Throttle) { At = Samples.At(31) }));
        Assert.Equal("Nothing was changed: the time to approve it is over.", After(Approve(31)));
        Assert.Null(After(Approve(5), new ActionApproved("a1", Remediating.Throttle, Samples.Bo) { At = Samples.At(5) }));
    }

    [Fact]
    public void Page_AnyTexts_IsSmallAndHoldsNothingOfTheirs() => Gen.Select(Hostile.Text, Hostile.Text, Hostile.Texts, Gen.Int[0, 4]).Sample((text, other, texts, at) =>
    {
        var news = NewsMessageTests.HostileNews(text, other, texts, at);
        var html = ResponsePage.Show(View(Links.Bo, 5) with { Incident = news.Incident, Timeline = [Samples.Opening, .. news.News] }).Html;
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, ResponsePage.LongestPage);
        Assert.DoesNotMatch("<script|<img|javascript:|src=| on[a-z]+=\"", Regex.Replace(html, ">[^<]*<", "><"));
    });

    [Fact]
    public void Page_ManyLongActions_StaysSmall()
    {
        var flood = new string('&', 700);
        var action = Remediating.Cancel with { TargetName = flood, Sql = flood, StatementId = flood };
        var plans = Enumerable.Range(1, 9).SelectMany(number => new IncidentEvent[]
        {
            new ActionPlanned($"a{number}", action with { StatementId = $"{number}{flood}" }, "cost-spike", ActionRisk.High, flood, null) { At = Samples.At(1) },
            new ApprovalRequested($"a{number}", action, Samples.At(31), [flood]) { At = Samples.At(1) },
        });

        Assert.InRange(Encoding.UTF8.GetByteCount(ResponsePage.Show(View(Links.Bo, 5, [.. plans])).Html), 1, ResponsePage.LongestPage);
    }

    private static ResponseView View(LinkClaims claims, int minute, params IncidentEvent[] events) => Links.View(claims, minute, events) with { Remediation = News.Rules };

    private static ResponseDecision Decide(LinkClaims claims, ResponseAction action, string about = "a1") => ResponseDecision.Decide(
        claims, "token", new ResponseDeed(action, "Bo", null, 5, "once", about), View(claims, 5, [.. News.ToApprove]).Incident, Approvers, Samples.At(5));

    private static ApproveAction Approve(int minute) => new() { IncidentId = Links.Bo.IncidentId, At = Samples.At(minute), CommandId = "respond-1", ActionId = "a1", By = Samples.Bo };

    private static string? After(ApproveAction command, params IncidentEvent[] events) =>
        ResponseDecision.Overtaken(command, View(Links.Bo, 5, [.. News.ToApprove, .. events]).Incident, command.At)?.Sentence;

    private static string Body(PageReply reply) => reply.Html[(reply.Html.IndexOf("<main>", StringComparison.Ordinal) + 7)..reply.Html.IndexOf("</main>", StringComparison.Ordinal)];
}
