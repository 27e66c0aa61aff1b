namespace IncidentServerless.Workflows;

/// <summary>The channels that a deployment may go without. SNS is always there.</summary>
[Flags]
public enum OptionalChannels
{
    None = 0,
    PagerDuty = 1,
    Slack = 2,
}
