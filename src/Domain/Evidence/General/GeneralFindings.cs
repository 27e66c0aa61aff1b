namespace IncidentServerless.Domain.Evidence.General;

/// <summary>What the general runbook tells apart. None leads to an action: that two things happened at one time proves nothing.</summary>
public static class GeneralFindings
{
    /// <summary>A stack, function or service was changed within the 24 hours before the trouble began, or after it.</summary>
    public const string RecentChange = "recent-change";

    /// <summary>Nothing that was seen changed, but other alarms went off within the hour before.</summary>
    public const string OtherAlarms = "other-alarms";

    /// <summary>Neither. Nobody is told at once.</summary>
    public const string NothingChanged = "nothing-changed";

    /// <summary>Nothing that changes could be seen. Nobody is told at once.</summary>
    public const string NothingSeen = "nothing-seen";
}
