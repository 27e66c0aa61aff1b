using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Tests.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Responses;

public class ResponsePageTests
{
    private static readonly IncidentEvent[] Night = [.. TimelineTextTests.WholeIncident.Skip(1).Take(9)];

    [Fact]
    public void Page_BroadcastLink_ShowsTheIncidentAndAsksForAName() => Snapshot.Match(ResponsePage.Show(Links.View(Links.Topic, 4, Samples.Sent(0, 1, 1))).Html);

    [Fact]
    public void Page_PersonalLink_OffersEverything() => Snapshot.Match(Body(ResponsePage.Show(Links.View(Links.Bo, 20, Night))));

    [Fact]
    public void Page_Acknowledged_SaysWhatHappensNext()
    {
        var deed = new ResponseDeed(ResponseAction.Acknowledge, "Ana", null, 2, "2-acknowledge");
        var before = Links.View(Links.Topic, 3, Samples.Sent(0, 1, 1));
        var command = Assert.IsType<DeedAccepted>(ResponseDecision.Decide(Links.Topic, "token", deed, before.Incident, [], before.Now)).Command;
        var after = Links.View(Links.Topic, 3, Samples.Sent(0, 1, 1), new IncidentAcknowledged(Samples.Ana) { At = Samples.At(3) });
        Snapshot.Match(Body(ResponsePage.Done(after, command)));
    }

    [Fact]
    public void Page_RefusedDeed_SaysWhyAndShowsTheIncident()
    {
        var view = Links.View(Links.Topic, 5, new IncidentAcknowledged(Samples.Bo) { At = Samples.At(3) });
        var reply = ResponsePage.Refused(view, new DeedRefused(409, "Bo Lindqvist took it at 02:07 UTC, so nothing was changed."));
        Assert.Equal(409, reply.Status);
        Snapshot.Match(Body(reply));
    }

    [Fact]
    public void Page_Over_OffersOnlyANote() => Snapshot.Match(Body(ResponsePage.Show(
        Links.View(Links.Bo, 130, new IncidentResolved(Samples.Bo, "Rolled back.") { At = Samples.At(120) }))));

    [Fact]
    public void Page_PersonAlreadyHasIt_OffersNoTakeOver()
    {
        var taken = new IncidentAcknowledged(Samples.Bo) { At = Samples.At(3) };
        Assert.DoesNotContain("Take it over", ResponsePage.Show(Links.View(Links.Bo, 5, taken)).Html);
        Assert.Contains("Take over from Bo Lindqvist", ResponsePage.Show(Links.View(Links.Topic, 5, taken)).Html);
    }

    [Fact]
    public void Page_FormFaults_AreListed()
    {
        var reply = ResponsePage.FormFaults(Links.View(Links.Topic, 5), ["The note is empty: write what the others should know."]);
        Assert.Equal(400, reply.Status);
        Assert.Contains("<p>Nothing was changed.</p>\n<p>The note is empty: write what the others should know.</p>", reply.Html);
    }

    [Fact]
    public void Messages_WithoutAnIncident_SayWhatToDo() => Snapshot.Match(string.Join("\n", new[]
    {
        ResponsePage.Expired(Links.Topic, Links.Expiry.AddHours(2)),
        ResponsePage.ForgedLink(),
        ResponsePage.ForgedLink("The link carries no token."),
        ResponsePage.UnknownIncident(Links.Topic),
        ResponsePage.Unavailable(),
        ResponsePage.MethodNotAllowed(),
    }.Select(reply => $"{reply.Status}\n{Body(reply)}")));

    [Fact]
    public void Done_ResolvedEarlierAndReopenedSince_DoesNotClaimThatItIsOver()
    {
        var view = Links.View(Links.Bo, 5, new IncidentResolved(Samples.Bo, "fixed") { At = Samples.At(2) }, new IncidentReopened(2, "It fired again.") { At = Samples.At(4), DedupKey = Samples.Opening.DedupKey });
        var command = new Resolve { IncidentId = view.Incident.Id, At = view.Now, CommandId = "respond-1", By = Samples.Bo, Reason = "fixed" };
        Assert.DoesNotContain("Done: it is resolved", ResponsePage.Done(view, command).Html);
    }

    [Fact]
    public void Done_SomebodyElseWasFirst_DoesNotClaimIt()
    {
        var view = Links.View(Links.Bo, 5, new IncidentAcknowledged(Samples.Ana) { At = Samples.At(3) });
        var command = new Acknowledge { IncidentId = view.Incident.Id, At = view.Now, CommandId = "respond-1", By = Samples.Bo };
        Assert.Contains("Nothing was changed: somebody else did something first.", ResponsePage.Done(view, command).Html);
    }

    [Fact]
    public void Page_AnySignal_IsSmallAndHoldsNothingOfTheirs() =>
        Gen.Select(Hostile.Text, Hostile.Text, Hostile.Texts, Hostile.Texts, Gen.Bool).Sample((title, reason, resources, tenants, personal) =>
        {
            var actor = new Actor(title, reason, Proven: false);
            var view = Links.View(personal ? Links.Bo : Links.Topic, 5, [.. resources.Select(text => new NoteAdded(actor, text) { At = Samples.At(2) })]);
            var incident = view.Incident with { Title = title, Reason = reason, Resources = [.. resources], Tenants = [.. tenants], Account = title, Region = reason };
            var reply = ResponsePage.Refused(view with { Incident = incident }, new DeedRefused(409, $"{title} {reason}"[..Math.Min(300, title.Length + reason.Length + 1)]));
            Assert.InRange(Encoding.UTF8.GetByteCount(reply.Html), 1, ResponsePage.LongestPage);
            Assert.All(Tags(reply.Html), tag => Assert.Contains(tag, Known));
            Assert.DoesNotMatch("<script|<img|javascript:|src=| on[a-z]+=\"", WithoutText(reply.Html));
        });

    [Fact]
    public void Page_LongTimeline_CountsWhatItLeavesOut()
    {
        var notes = Enumerable.Range(0, 100).Select(number => new NoteAdded(Samples.Bo, $"{number} {new string('&', 1900)}") { At = Samples.At(number) }).ToImmutableArray<IncidentEvent>();
        var html = ResponsePage.Show(Links.View(Links.Bo, 100, [.. notes])).Html;
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 10_000, ResponsePage.LongestPage);
        Assert.Matches("""<p class="hint">\d+ earlier events not shown.</p>""", html);
        Assert.Contains(": 99 &amp;", html);
    }

    [Fact]
    public void Headers_OfEveryAnswer_KeepTheLinkToItself() =>
        Snapshot.Match(string.Join('\n', SecurityHeaders.All.Select(header => $"{header.Name}: {header.Value}")));

    private static readonly HashSet<string> Known =
    [
        "html", "head", "meta", "title", "style", "body", "main", "header", "p", "span", "h1", "h2", "bdi", "div", "form", "input", "label", "button",
        "details", "summary", "textarea", "dl", "dt", "dd", "a", "ol", "li", "time", "select", "option",
    ];

    private static IEnumerable<string> Tags(string html) => Regex.Matches(html, "</?([a-zA-Z0-9]+)").Select(match => match.Groups[1].Value);

    private static string WithoutText(string html) => Regex.Replace(html, ">[^<]*<", "><");

    /// <summary>Without the frame, which one snapshot shows in full.</summary>
    private static string Body(PageReply reply) => reply.Html[(reply.Html.IndexOf("<main>", StringComparison.Ordinal) + 7)..reply.Html.IndexOf("</main>", StringComparison.Ordinal)];
}
