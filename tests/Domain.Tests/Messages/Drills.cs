using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>A test page on the same night.</summary>
internal static class Drills
{
    public static IncidentOpened Opening { get; } = Samples.Opening with
    {
        Type = IncidentType.Drill,
        Title = "Drill asked for by Ana",
        Reason = "The channel was renamed.",
        Source = "drill",
        Route = "drill",
        Resources = [],
        Tenants = [],
    };

    public static IncidentResolved Missed { get; } = new(null, "Drill: nobody took the page within 1 h. Slack refused it: channel_not_found.") { At = Samples.At(60), Drill = true };

    public static PageContext Page() => Samples.Page() with { Incident = IncidentFold.Of([Opening])!, Timeline = [Opening] };

    public static NewsContext Over()
    {
        ImmutableArray<IncidentEvent> timeline = [Opening, Missed];
        return new NewsContext
        {
            Incident = IncidentFold.Of(timeline)!,
            Remediation = News.Rules,
            News = [],
            Settled = [Missed],
            Now = Missed.At,
            Links = Samples.Links,
        };
    }
}
