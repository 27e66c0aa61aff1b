using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Tests.Incidents;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>A runbook at work on the night's incident, and what people are told of it.</summary>
internal static class News
{
    public static RemediationPolicy Rules { get; } = RemediationPolicy.Default with { Approvers = ["bo"] };

    public static RunbookStarted Started { get; } = new("cost-spike", Remediating.Run, null, false) { At = Samples.At(0) };

    public static DiagnosisMade Made { get; } = Remediating.Made(Remediating.Diagnosed(Remediating.Propose(Remediating.Throttle))) with { At = Samples.At(1) };

    public static ActionPlanned Planned { get; } = Remediating.Planned(Remediating.Throttle) with { At = Samples.At(1) };

    public static ApprovalRequested Asked { get; } = new("a1", Remediating.Throttle, Samples.At(31), ["Bo Lindqvist"]) { At = Samples.At(1) };

    public static ImmutableArray<IncidentEvent> ToApprove { get; } = [Started, Made, Planned, Asked];

    public static ImmutableArray<IncidentEvent> Announced { get; } = [Started, Made, Planned with { ActsAt = Samples.At(3) }];

    public static ImmutableArray<IncidentEvent> InPlace { get; } =
    [
        .. Announced,
        new ActionStarted("a1", Remediating.Throttle, Remediating.Free) { At = Samples.At(3) },
        new ActionApplied("a1", Remediating.Throttle) { At = Samples.At(4) },
    ];

    public static ImmutableArray<IncidentEvent> Verified { get; } =
        [.. InPlace, new ActionVerified("a1", Remediating.Throttle, Verdict.Helped, "Invocations fell from 9,600 to 300 an hour.", true) { At = Samples.At(14) }];

    public static ImmutableArray<IncidentEvent> Failed { get; } =
    [
        .. Announced,
        new ActionStarted("a1", Remediating.Throttle, Remediating.Free) { At = Samples.At(3) },
        new ActionFailed("a1", Remediating.Throttle, "AccessDenied: not allowed to put the concurrency") { At = Samples.At(4) },
    ];

    public static NewsContext Taken { get; } = Settling(new IncidentAcknowledged(Samples.Ana) { At = Samples.At(3) }) with { PagedAgainAt = Samples.At(33) };

    public static NewsContext Recovered { get; } = Settling(new IncidentMitigated("Threshold not crossed: 3 datapoints were below 5.") { At = Samples.At(4) }) with { OverAt = Samples.At(19) };

    public static NewsContext Over { get; } = Settling(new IncidentResolved(Samples.Ana, "The release was rolled back.") { At = Samples.At(42) });

    private static NewsContext Settling(IncidentEvent settled) => Of([settled]) with { News = [], Settled = [settled] };

    /// <param name="told">How many of the events people know already.</param>
    public static NewsContext Of(ImmutableArray<IncidentEvent> events, int told = 1) => new()
    {
        Incident = IncidentFold.Of([Samples.Opening, .. events])!,
        Remediation = Rules,
        News = [.. events.Skip(told)],
        Now = events[^1].At,
        Links = Samples.Links,
        ExecutionArn = Remediating.Run,
    };
}
