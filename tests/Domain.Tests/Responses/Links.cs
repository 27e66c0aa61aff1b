using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses;

/// <summary>A link of each scope, and what it shows.</summary>
internal static class Links
{
    public static readonly DateTimeOffset Expiry = Samples.Opened.AddDays(3);
    public static readonly LinkClaims Topic = new("INC-20261123-AB12CD34", LinkScope.Broadcast, "sns", "the page topic", Expiry.ToUnixTimeSeconds());
    public static readonly LinkClaims Bo = new("INC-20261123-AB12CD34", LinkScope.Personal, "bo", "Bo Lindqvist", Expiry.ToUnixTimeSeconds());

    public static ResponseView View(LinkClaims claims, int minute, params IncidentEvent[] events)
    {
        ImmutableArray<IncidentEvent> timeline = [Samples.Opening, .. events];
        return new ResponseView
        {
            Claims = claims,
            Incident = IncidentFold.Of(timeline)!,
            Timeline = timeline,
            Severity = Samples.PlatformDown,
            Escalation = Samples.Pages,
            Now = Samples.At(minute),
        };
    }
}
