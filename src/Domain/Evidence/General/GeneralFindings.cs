namespace IncidentServerless.Domain.Evidence.General;

/// <summary>What the general runbook tells apart. It never plans anything: people run such incidents.</summary>
public static class GeneralFindings
{
    /// <summary>Something was deployed or changed shortly before.</summary>
    public const string RecentChange = "recent-change";

    /// <summary>Nothing changed, but other alarms went off too.</summary>
    public const string OtherAlarms = "other-alarms";

    /// <summary>Neither changed anything nor did another alarm go off.</summary>
    public const string NothingChanged = "nothing-changed";

    /// <summary>Nothing could be seen.</summary>
    public const string NothingSeen = "nothing-seen";
}
