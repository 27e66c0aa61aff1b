using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Messages;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.PostIncident;

/// <summary>Read as stakeholders and owners read it, each on its day.</summary>
public sealed class AftermathTextTests
{
    private const int Week = 7 * 24;

    [Fact]
    public void Summary_ToStakeholders_SaysWhatHappenedAndWhatFollows() => Matches(AftermathText.ToTopic(Finished.Told(AftermathStep.Summary, Finished.Timeline, 24), Samples.Topic));

    [Fact]
    public void Summary_OfAnIncidentOfWhichNothingIsKnown_SaysSo() => Matches(AftermathText.ToTopic(Finished.Told(AftermathStep.Summary, Finished.Bare, 24), Samples.Topic));

    [Fact]
    public void Summary_OfAnIncidentThatBecameWorseAfterSomebodyTookIt_MeasuresByTheTargetThatHeldThen()
    {
        IncidentEvent[] timeline = [((IncidentOpened)Finished.Timeline[0]) with { Severity = SeverityLevel.Sev3 }, .. Finished.Timeline.Skip(1), new SeverityRaised(SeverityLevel.Sev3, SeverityLevel.Sev1, "worse") { At = Finished.Timeline[^1].At }];

        var told = Finished.Told(AftermathStep.Summary, [.. timeline], 24);
        var rows = Finished.Rules.Severities.ToDictionary(row => row.Key, row => row.Key == SeverityLevel.Sev3 ? row.Value with { RespondWithin = TimeSpan.FromHours(4) } : row.Value);

        Assert.Contains("after detection (target 4 h);", AftermathText.ToTopic(told with { Policy = Finished.Rules with { Severities = rows.ToImmutableDictionary() } }, Samples.Topic).Message);
    }

    [Fact]
    public void PostMortem_ToItsOwner_NamesTheBlanks() => Matches(AftermathText.ToPerson(Finished.Told(AftermathStep.PostMortem, Finished.Timeline, 48), "bo", Samples.Topic));

    [Fact]
    public void Priorities_ToItsOwner_NameWhatHasNoOwnerOrDate() =>
        Matches(AftermathText.ToPerson(Finished.Told(AftermathStep.Priorities, [.. Finished.Timeline, .. Finished.Items.Take(2)], Week), "bo", Samples.Topic));

    [Fact]
    public void Priorities_WithoutItems_AskForThem() => Matches(AftermathText.ToPerson(Finished.Told(AftermathStep.Priorities, Finished.Timeline, Week), "bo", Samples.Topic));

    [Fact]
    public void FollowUp_OfHalfTheItems_SaysWhichAreOpen() =>
        Matches(AftermathText.ToTopic(Finished.Told(AftermathStep.FollowUp, [.. Finished.Timeline, .. Finished.Items], 2 * Week), Samples.Topic));

    [Fact]
    public void Overdue_ToItsOwner_SaysWhatToDo() =>
        Matches(AftermathText.ToPerson(Finished.Told(AftermathStep.Overdue, [.. Finished.Timeline, .. Finished.Items.Take(2)], 8 * 24, "i1"), "bo", Samples.Topic));

    [Fact]
    public void People_OfEachStep_AreItsOwnerAndThoseOfOpenItems()
    {
        var incident = IncidentFold.Of([.. Finished.Timeline, .. Finished.Items.Take(2)])!;

        Assert.Equal(["bo"], AftermathContext.PeopleOf(AftermathStep.Summary, incident, null, Finished.Rules).AsEnumerable());
        Assert.Equal(["bo", "ana"], AftermathContext.PeopleOf(AftermathStep.Priorities, incident, null, Finished.Rules).AsEnumerable());
        Assert.Equal(["bo", "ana"], AftermathContext.PeopleOf(AftermathStep.Overdue, incident, incident.Items[0], Finished.Rules).AsEnumerable());
        Assert.Equal(["bo"], AftermathContext.PeopleOf(AftermathStep.Overdue, incident, incident.Items[1], Finished.Rules).AsEnumerable());
    }

    [Fact]
    public void Documents_OfAReopenedIncident_HaveAnotherName()
    {
        var told = Finished.Told(AftermathStep.PostMortem, Finished.Timeline, 48);

        Assert.Equal([$"{told.Incident.Id}/post-mortem.md", $"{told.Incident.Id}/post-mortem.html"], AftermathText.Documents(told).Select(document => document.Key));
        Assert.Equal($"{told.Incident.Id}/post-mortem-2.md", AftermathText.Documents(told with { Incident = told.Incident with { Generation = 2 } }).First().Key);
        Assert.Empty(AftermathText.Documents(told with { Step = AftermathStep.Summary }));
    }

    private static void Matches(SnsMessage message) =>
        Snapshot.Match($"To: {message.Recipient ?? "the updates topic"}\nSubject: {message.Subject}\nAttributes: {string.Join(", ", message.Attributes.Select(each => $"{each.Key}={each.Value.StringValue}"))}\n\n{message.Message}");
}
