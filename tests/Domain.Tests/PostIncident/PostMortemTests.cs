using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Tests.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.PostIncident;

/// <summary>Runbook 5.2: exactly its template, filled from what is recorded, and a marked blank for everything else.</summary>
public sealed class PostMortemTests
{
    [Fact]
    public void Markdown_OfADiagnosedIncident_ReadsAsVerified() => Snapshot.Match(Markdown([.. Finished.Timeline, .. Finished.Items]));

    [Fact]
    public void Markdown_OfAnIncidentOfWhichNothingIsKnown_MarksEveryBlank() => Snapshot.Match(Markdown(Finished.Bare));

    [Fact]
    public void Page_OfADiagnosedIncident_ReadsAsVerified() => Snapshot.Match(PostMortemPage.Of(Draft([.. Finished.Timeline, .. Finished.Items])));

    [Fact]
    public void Markdown_OfAnyIncident_HasTheHeadingsOfTheTemplateInItsOrder() => Assert.Equal(
        ["## Incident", "### Summary", "### Impact", "### Root Cause", "### Timeline", "### Remediation", "### Lessons Learned"],
        Markdown(Finished.Bare).Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Split(':')[0]));

    [Fact]
    public void Severity_ThatFell_IsTheWorstThatItWas()
    {
        var draft = Draft([Samples.Opening, new SeverityChanged(Domain.Severity.SeverityLevel.Sev1, Domain.Severity.SeverityLevel.Sev3, Samples.Bo, null) { At = Samples.At(5) }, .. Finished.Bare.Skip(1)]);

        Assert.Equal("SEV1 (SEV3 at the end)", draft.Severity);
    }

    [Fact]
    public void Blanks_OfAnyIncident_NameWhoShouldFillThemIn() => Assert.All(Draft(Finished.Bare).Blanks, blank => Assert.StartsWith("[Bo Lindqvist to fill in: ", blank.Text));

    [Fact]
    public void Markdown_OfAHostileTitle_HoldsNoMarkupOfTheirs() => Hostile.Text.Sample(title =>
    {
        var lines = Markdown([Samples.Opening with { Title = title, Reason = title, Tenants = [title] }, .. Finished.Bare.Skip(1)]).Split('\n');

        Assert.Equal(7, lines.Count(line => line.StartsWith('#')));
        Assert.DoesNotMatch(@"(?<!\\)[<>`]", string.Join('\n', lines));
    });

    [Fact]
    public void Page_OfAHostileTitle_HoldsNoTagsOfTheirs() => Hostile.Text.Sample(title =>
    {
        var html = PostMortemPage.Of(Draft([Samples.Opening with { Title = title, Reason = title, Tenants = [title] }, .. Finished.Bare.Skip(1)]));
        string[] known = ["html", "head", "meta", "title", "style", "body", "main", "header", "p", "span", "h1", "h2", "bdi", "ul", "ol", "li", "mark"];

        Assert.All(Regex.Matches(html, "</?([a-zA-Z0-9]+)").Select(match => match.Groups[1].Value), tag => Assert.Contains(tag, known));
    });

    private static PostMortem Draft(ImmutableArray<IncidentEvent> timeline) => PostMortemDraft.Of(IncidentFold.Of(timeline)!, timeline, Finished.Rules);

    private static string Markdown(ImmutableArray<IncidentEvent> timeline) => PostMortemMarkdown.Of(Draft(timeline));
}
