namespace IncidentServerless.Workflows;

/// <summary>The channels that a deployment may go without. SNS is always there.</summary>
[Flags]
public enum OptionalChannels
{
    None = 0,
    PagerDuty = 1,
    Slack = 2,

    /// <summary>The customers' status page.</summary>
    StatusPage = 4,

    /// <summary>Mail to customers.</summary>
    Mail = 8,

    /// <summary>Tickets.</summary>
    Tickets = 16,
}
