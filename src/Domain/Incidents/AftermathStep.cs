using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What is told after an incident (runbook 5.1), in this order.</summary>
[JsonConverter(typeof(CamelCaseConverter<AftermathStep>))]
public enum AftermathStep
{
    /// <summary>24 hours: summary to stakeholders.</summary>
    Summary = 1,

    /// <summary>48 hours: draft of the post-mortem.</summary>
    PostMortem,

    /// <summary>1 week: the follow-up items have owners and due dates.</summary>
    Priorities,

    /// <summary>2 weeks: how far they are.</summary>
    FollowUp,

    /// <summary>At any time between: a follow-up item is overdue.</summary>
    Overdue,
}
