using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Tests.Messages;
using IncidentServerless.Domain.Updates;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Updates;

/// <summary>Read as those read it who follow an incident from outside.</summary>
public sealed class UpdateTextTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Update_First_SaysThatPeopleArePaged() => Matches(Update(pace: 30));

    [Fact]
    public void Update_AfterChanges_SaysWhatChangedSinceTheLast() => Matches(Update(
        30,
        Told(1, 0),
        Samples.Sent(0, 1, 1),
        new IncidentAcknowledged(Samples.Bo) { At = Samples.At(4) },
        new NoteAdded(Samples.Bo, "The role's trust was changed at 01:50; taking that back.") { At = Samples.At(12) }));

    [Fact]
    public void Update_WithoutChanges_SaysThatNothingChanged() => Matches(Update(30, new IncidentAcknowledged(Samples.Bo) { At = Samples.At(4) }, Told(2, 4)), 34);

    [Fact]
    public void Update_Last_SaysThatItIsOver() => Matches(Update(
        null,
        Told(1, 0),
        new IncidentAcknowledged(Samples.Bo) { At = Samples.At(4) },
        Told(3, 4),
        new IncidentResolved(Samples.Bo, "The role trusts the account again.") { At = Samples.At(55) }));

    [Fact]
    public void Update_OfAFalseAlarm_SaysThatNothingIsWrong() => Matches(Update(
        null, Told(1, 0), new IncidentResolved(Samples.Bo, "The probe was broken.") { At = Samples.At(9), FalseAlarm = true }));

    [Fact]
    public void Slack_Update_HasTheSameInBlocks() => Snapshot.Match(UpdateText.ToSlack(
        Update(30, Told(1, 0), new IncidentAcknowledged(Samples.Bo) { At = Samples.At(4) }), "#incident-response").Body.ToJsonString(Indented));

    [Fact]
    public void Subject_OfALongTitle_StaysWithinTheLimit()
    {
        var update = Update(30);
        var message = UpdateText.ToTopic(update with { Incident = update.Incident with { Title = new string('x', 500) } }, Samples.Topic);

        Assert.InRange(message.Subject.Length, 50, 99);
        Assert.EndsWith($"... ({update.Incident.Id})", message.Subject);
    }

    private static UpdateSent Told(int upTo, int minute) => new(upTo, []) { At = Samples.At(minute) };

    private static UpdateContext Update(int? pace = null, params IncidentEvent[] events)
    {
        ImmutableArray<IncidentEvent> timeline = [Samples.Opening, .. events];
        return new UpdateContext
        {
            Incident = IncidentFold.Of(timeline)!,
            Timeline = timeline,
            Now = timeline[^1].At,
            Pace = pace is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Links = Samples.Links,
        };
    }

    private static void Matches(UpdateContext update, int? minute = null)
    {
        var message = UpdateText.ToTopic(minute is { } now ? update with { Now = Samples.At(now) } : update, Samples.Topic);
        Snapshot.Match($"Subject: {message.Subject}\nAttributes: {string.Join(", ", message.Attributes.Select(each => $"{each.Key}={each.Value.StringValue}"))}\n\n{message.Message}");
    }
}
