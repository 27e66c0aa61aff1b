using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>Fills the template of runbook 5.2 from what is recorded. Nothing is invented: what nobody recorded is a blank that names who should fill it in.</summary>
public sealed class PostMortemDraft
{
    private const int MostNotes = 10;

    private readonly Incident incident;
    private readonly ImmutableArray<IncidentEvent> timeline;
    private readonly IncidentPolicy policy;
    private readonly string owner;

    private PostMortemDraft(Incident incident, ImmutableArray<IncidentEvent> timeline, IncidentPolicy policy) =>
        (this.incident, this.timeline, this.policy, owner) = (incident, timeline, policy, AftermathPeople.OwnerInWords(incident, policy));

    /// <param name="incident">One that is over.</param>
    /// <param name="timeline">Its events, oldest first.</param>
    public static PostMortem Of(Incident incident, ImmutableArray<IncidentEvent> timeline, IncidentPolicy policy) => new PostMortemDraft(incident, timeline, policy).Write();

    private PostMortem Write() => new()
    {
        IncidentId = incident.Id,
        Title = PageFacts.Title(incident),
        Date = Times.Day(incident.OccurredAt),
        Severity = Severity(),
        Duration = Duration(),
        Summary = [.. Summary()],
        Impact = [.. Impact()],
        RootCause = [.. RootCause()],
        Timeline = [.. Milestones()],
        Remediation = [.. Remediation()],
        Lessons = [.. WentWell(), .. CouldBeBetter()],
    };

    private DateTimeOffset End => incident.ResolvedAt ?? incident.OccurredAt;

    /// <summary>The last that found something: what the runbook is not sure of is no cause.</summary>
    private DiagnosisMade? Diagnosis => timeline.OfType<DiagnosisMade>().LastOrDefault(made => !made.DryRun && made.Diagnosis.Confidence > Confidence.Low);

    private string Severity()
    {
        var worst = incident.Severity;
        foreach (var happened in timeline)
        {
            var severity = happened switch
            {
                IncidentOpened opened => opened.Severity,
                SeverityRaised raised => raised.To,
                SeverityChanged changed => changed.To,
                _ => worst,
            };
            worst = severity < worst ? severity : worst;
        }

        return worst == incident.Severity ? Words.Of(worst) : $"{Words.Of(worst)} ({Words.Of(incident.Severity)} at the end)";
    }

    private string Duration() => Math.Round(Math.Max(0, (End - incident.OccurredAt).TotalHours), 1) is var hours && hours == 1 ? "1 hour" : $"{Numbers.Count(hours)} hours";

    private IEnumerable<PostMortemLine> Summary()
    {
        var ended = timeline.OfType<IncidentResolved>().LastOrDefault() is { } resolved ? TimelineText.Of(resolved) : "";
        var what = Diagnosis is { } made ? PlainText.Line(made.Diagnosis.Summary, Limits.Reason) : PageFacts.Title(incident);
        yield return new($"{Words.Sentence(what)} It began on {Times.Moment(incident.OccurredAt)} and was over on {Times.Moment(End)}. {ended}".TrimEnd());
    }

    private IEnumerable<PostMortemLine> Impact()
    {
        yield return incident.Tenants is { IsDefaultOrEmpty: false } tenants
            ? new($"{Times.Count(tenants.Length, "tenant")} affected: {Words.List(tenants, 20)}")
            : Blank("how many tenants were affected, and which; no alert and no diagnosis named any");
        yield return incident.Impact?.Records is { } records
            ? new($"{Numbers.Count(records)} {(records == 1 ? "record" : "records")} impacted")
            : Blank("how many records were impacted; nobody counted them");
        var (minutes, until) = incident.MitigatedAt is { } mitigated ? (mitigated - incident.OccurredAt, "mitigation") : (End - incident.OccurredAt, "resolution");
        var most = Numbers.Count(Math.Ceiling(Math.Max(0, minutes.TotalMinutes)));
        yield return incident.Type is IncidentType.GeneralIncident or IncidentType.AuthenticationFailure or IncidentType.PartnerCentralApiFailure
            ? new($"At most {most} minutes of downtime (from the first sign to its {until})")
            : Blank($"how many minutes of downtime there were, if any; at most {most}, from the first sign to its {until}");
    }

    private IEnumerable<PostMortemLine> RootCause()
    {
        if (Diagnosis is not { Diagnosis: var found } made)
        {
            yield return Blank("why it happened; no runbook found a cause");
            foreach (var note in timeline.OfType<NoteAdded>().Take(MostNotes))
            {
                yield return new($"{Times.Clock(note.At, incident.OccurredAt)}: {TimelineText.Of(note)}");
            }

            yield break;
        }

        yield return new($"The runbook {PlainText.Line(made.Runbook, Limits.Name)} is {Words.Of(found.Confidence)}: {PlainText.Line(found.Summary, Limits.Reason)}");
        foreach (var support in found.Support.Take(Limits.ListItems))
        {
            yield return new(PlainText.Line(support, Limits.Reason));
        }

        yield return Blank(found.Confidence == Confidence.High ? "what let that happen, beneath what the runbook saw" : "whether that is the cause, and what let it happen");
    }

    private IEnumerable<PostMortemLine> Milestones()
    {
        var opened = timeline.OfType<IncidentOpened>().FirstOrDefault();
        yield return Milestone("Detection", opened?.At ?? incident.OpenedAt, $"by {PlainText.Line(incident.Source, Limits.Name)}{Began(opened?.At ?? incident.OpenedAt)}");
        yield return timeline.OfType<DiagnosisMade>().FirstOrDefault(made => !made.DryRun && made.Diagnosis.Confidence > Confidence.Low) is { } diagnosis
            ? Milestone("Diagnosis", diagnosis.At, $"{PlainText.Line(diagnosis.Diagnosis.Summary, Limits.Reason)} ({Words.Of(diagnosis.Diagnosis.Confidence)})")
            : Blank("Diagnosis: when the cause was known; no runbook found one");
        yield return timeline.LastOrDefault(happened => happened is IncidentMitigated) is { } mitigation
            ? Milestone("Mitigation", mitigation.At, TimelineText.Of(mitigation))
            : Blank("Mitigation: when it stopped hurting; nothing was recorded before its resolution");
        yield return timeline.OfType<IncidentResolved>().LastOrDefault() is { } resolution
            ? Milestone("Resolution", resolution.At, TimelineText.Of(resolution))
            : Blank("Resolution: when it was over");
    }

    private string Began(DateTimeOffset detected) => detected - incident.OccurredAt is var late && late >= TimeSpan.FromMinutes(1)
        ? $", {Durations.InWords(TimeSpan.FromMinutes(Math.Floor(late.TotalMinutes)))} after it began"
        : "";

    private PostMortemLine Milestone(string name, DateTimeOffset at, string text) => new($"{Times.Clock(at, incident.OccurredAt)} - {name}: {text}");

    private IEnumerable<PostMortemLine> Remediation()
    {
        if (incident.Items.IsEmpty)
        {
            yield return Blank("what is done so that it does not come back, with owner and due date");
        }

        foreach (var item in incident.Items)
        {
            var text = $"{PlainText.Line(item.Text, FollowUpItem.LongestText)} ({CommunicationText.Who(AftermathPeople.Named(item, policy))}, {CommunicationText.When(item)}{(item.DoneAt is { } done ? $", done on {Times.Day(done)}" : "")})";
            yield return new(text) { Missing = item.DoneAt is null && (item.Owner is null || item.Due is null) ? text : null };
        }
    }

    private IEnumerable<PostMortemLine> WentWell()
    {
        var target = ResponseTarget.Of(incident, timeline, policy);
        if (incident.AcknowledgedAt - incident.OpenedAt is { } taken && taken <= target)
        {
            yield return new($"Went well: somebody was on it {InWords(taken)} after it was detected; the target is {Durations.InWords(target)}.");
        }

        foreach (var helped in timeline.OfType<ActionVerified>().Where(verified => verified is { Final: true, Verdict: Verdict.Helped }))
        {
            yield return new($"Went well: automation helped ({ActionText.Deed(helped.Action)}).");
        }

        yield return Blank("what went well");
    }

    private IEnumerable<PostMortemLine> CouldBeBetter()
    {
        foreach (var missed in timeline.OfType<ResponseTargetMissed>())
        {
            yield return new($"Could be improved: nobody was on it within {Durations.InWords(missed.Target)}{(incident.AcknowledgedAt is { } at ? $"; it was taken {InWords(at - incident.OpenedAt)} after it was detected" : "")}.");
        }

        foreach (var expired in timeline.OfType<AcknowledgementExpired>())
        {
            yield return new($"Could be improved: nothing moved for a while after {Words.Name(expired.By)} had taken it, and people were paged again.");
        }

        foreach (var channel in timeline.OfType<PageSent>().SelectMany(page => page.Deliveries).Where(delivery => !delivery.Delivered).GroupBy(delivery => Words.Of(delivery.Channel)))
        {
            yield return new($"Could be improved: {channel.Key} did not take {Times.Count(channel.Count(), "page")}.");
        }

        foreach (var failed in timeline.OfType<RunbookFailed>())
        {
            yield return new($"Could be improved: the runbook {PlainText.Line(failed.Runbook, Limits.Name)} failed.");
        }

        yield return Blank("what could be improved");
    }

    private static string InWords(TimeSpan span) => Durations.InWords(TimeSpan.FromSeconds(Math.Floor(Math.Max(0, span.TotalSeconds))));

    private PostMortemLine Blank(string what) => new($"[{owner} to fill in: {what}]") { Missing = what };
}
