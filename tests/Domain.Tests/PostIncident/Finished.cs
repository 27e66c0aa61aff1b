using System.Collections.Immutable;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.PostIncident;

/// <summary>The night's incident of the other samples, from its first sign to what follows it.</summary>
internal static class Finished
{
    public static IncidentPolicy Rules { get; } = Sample.Rules with
    {
        People = new Dictionary<string, Person> { ["bo"] = new("Bo Lindqvist"), ["ana"] = new("Ana Lima") },
        Aftermath = AftermathPolicy.Default with { Severities = [SeverityLevel.Sev1], Owner = "bo" },
    };

    /// <summary>Diagnosed, taken late, mitigated and resolved.</summary>
    public static ImmutableArray<IncidentEvent> Timeline { get; } =
    [
        Samples.Opening,
        new RunbookStarted("partner-central", Remediating.Run, null, DryRun: false) { At = Samples.At(0) },
        new DiagnosisMade("partner-central", Diagnosed, DryRun: false) { At = Samples.At(1) },
        Samples.Sent(1, 1, 1, new(Channel.Sns, null, true, null), new Delivery(Channel.PagerDuty, null, false, "States.Http.StatusCode.500")),
        new ResponseTargetMissed(SeverityLevel.Sev1, TimeSpan.FromMinutes(15)) { At = Samples.At(15) },
        new IncidentAcknowledged(Samples.Bo) { At = Samples.At(22) },
        new NoteAdded(Samples.Bo, "The role's trust was changed at 01:50; taking that back.") { At = Samples.At(30) },
        new IncidentMitigated("the alarm is OK") { At = Samples.At(48) },
        new IncidentResolved(Samples.Bo, "The role trusts the account again.") { At = Samples.At(65) },
        new IncidentClosed { At = Samples.At(65) },
    ];

    /// <summary>Nothing is known of it but that it was and is over.</summary>
    public static ImmutableArray<IncidentEvent> Bare { get; } =
    [
        Samples.Opening with { Tenants = [], Reason = null },
        new IncidentResolved(null, "Its signals stayed quiet for 15 min.") { At = Samples.At(20) },
    ];

    public static ImmutableArray<IncidentEvent> Items { get; } =
    [
        new ItemAdded(new FollowUpItem("i1", "Alarm on changes of the connector's role", "ana", Day(30)), Samples.Bo) { At = Samples.At(3000) },
        new ItemAdded(new FollowUpItem("i2", "Let nobody but the pipeline change trust policies", null, null), Samples.Bo) { At = Samples.At(3010) },
        new ItemDone(new FollowUpItem("i1", "Alarm on changes of the connector's role", "ana", Day(30)) { DoneAt = Samples.At(9000) }, Samples.Ana) { At = Samples.At(9000) },
    ];

    public static AftermathContext Told(AftermathStep step, ImmutableArray<IncidentEvent> timeline, double hours, string? item = null)
    {
        var incident = IncidentFold.Of(timeline)!;
        return new AftermathContext
        {
            Incident = incident,
            Timeline = timeline,
            Policy = Rules,
            Step = step,
            Item = incident.Items.FirstOrDefault(each => each.Id == item),
            Bucket = "incident-post-mortems",
            Now = incident.ResolvedAt!.Value + TimeSpan.FromHours(hours),
            Links = Samples.Links,
        };
    }

    private static Diagnosis Diagnosed => new()
    {
        Finding = "permission",
        Summary = "Partner Central refuses the connector's role: 212 of 240 calls were answered AccessDenied since 01:50.",
        Confidence = Confidence.Medium,
        Support = ["The connector's log holds AccessDenied 212 times in the last hour.", "iam:UpdateAssumeRolePolicy was called on its role at 01:50 by deploy-bot."],
        Impact = new Impact { Tenants = ["acme", "globex"], Records = 1480, Data = true },
    };

    private static DateTimeOffset Day(int day) => new(2026, 11, day, 0, 0, 0, TimeSpan.Zero);
}
